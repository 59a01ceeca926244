using System.Globalization;
using System.Text;
using Tarazy.Detect.Labels.Sentiment;

namespace Tarazy.Server.Workbench.Channels;

/// <summary>One class over time as a drawing: a line with its band, broken where too few posts are. 0 to 100 % in every row, so that rows can be compared.</summary>
internal sealed class SentimentChart
{
    public const double Width = 860;
    public const double Left = 190;
    public const double Height = 122;
    public const double Top = 10;
    public const double Bottom = 112;

    private const double Right = 850;
    private const int MostTicks = 8;
    private const double Cap = 3;

    private readonly IReadOnlyList<SentimentBucket> _buckets;
    private readonly CorrectedShare?[] _shares;

    private SentimentChart(IReadOnlyList<SentimentBucket> buckets, Func<SentimentBucket, CorrectedShare?> which) =>
        (_buckets, _shares) = (buckets, [.. buckets.Select(which)]);

    /// <summary>The line through neighbours.</summary>
    public string Line => Path((run, path) =>
    {
        for (var i = run.Start; i < run.End; i++)
        {
            path.Append(i == run.Start ? 'M' : 'L').Append(At(X(i), Y(_shares[i]!.Value.Value)));
        }
    });

    /// <summary>The band around it. One bucket alone has a bar with two caps instead.</summary>
    public string Band => Path((run, path) =>
    {
        if (run.End - run.Start == 1)
        {
            return;
        }

        for (var i = run.Start; i < run.End; i++)
        {
            path.Append(i == run.Start ? 'M' : 'L').Append(At(X(i), Y(_shares[i]!.Value.High)));
        }

        for (var i = run.End - 1; i >= run.Start; i--)
        {
            path.Append('L').Append(At(X(i), Y(_shares[i]!.Value.Low)));
        }

        path.Append('Z');
    });

    /// <summary>The bars of buckets that have no neighbour.</summary>
    public string Bars => Path((run, path) =>
    {
        if (run.End - run.Start > 1)
        {
            return;
        }

        var (x, share) = (X(run.Start), _shares[run.Start]!.Value);
        path.Append('M').Append(At(x - Cap, Y(share.High))).Append('H').Append(Place(x + Cap))
            .Append('M').Append(At(x - Cap, Y(share.Low))).Append('H').Append(Place(x + Cap))
            .Append('M').Append(At(x, Y(share.High))).Append('V').Append(Place(Y(share.Low)));
    });

    /// <summary>The buckets that have a value.</summary>
    public IEnumerable<(double X, double Y)> Points => Enumerable.Range(0, _shares.Length).Where(i => _shares[i] is not null).Select(i => (X(i), Y(_shares[i]!.Value.Value)));

    public static SentimentChart Negative(SentimentLine line) => new(line.Buckets, bucket => bucket.Negative);

    public static SentimentChart Positive(SentimentLine line) => new(line.Buckets, bucket => bucket.Positive);

    /// <summary>The buckets that carry a date under the axis.</summary>
    public IEnumerable<int> Ticks()
    {
        var step = Math.Max(1, (_buckets.Count + MostTicks - 1) / MostTicks);
        for (var i = 0; i < _buckets.Count; i += step)
        {
            yield return i;
        }
    }

    public double X(int bucket) => Left + 12 + ((bucket + 0.5) * (Right - Left - 12) / _buckets.Count);

    /// <param name="share">0 to 1.</param>
    public static double Y(double share) => Bottom - (share * (Bottom - Top));

    public static string Place(double at) => at.ToString("0.#", CultureInfo.InvariantCulture);

    private static string At(double x, double y) => $"{Place(x)} {Place(y)}";

    private string Path(Action<(int Start, int End), StringBuilder> draw)
    {
        var path = new StringBuilder();
        for (var i = 0; i < _shares.Length; i++)
        {
            if (_shares[i] is null)
            {
                continue;
            }

            var start = i;
            while (i + 1 < _shares.Length && _shares[i + 1] is not null)
            {
                i++;
            }

            draw((start, i + 1), path);
        }

        return path.ToString();
    }
}
