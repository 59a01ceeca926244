using System.Globalization;
using System.Text.RegularExpressions;
using Tarazy.Ingest.Sources;
using Tarazy.Records.Posts;

namespace Tarazy.Ingest.Channels;

/// <param name="Handle">Without <c>@</c>.</param>
internal sealed record ListedChannel(string? Handle, int? Subscribers);

/// <summary>What a desk knows of channels that an export does not say: handles and subscribers, by the channel's number.</summary>
internal sealed partial class ChannelList
{
    private const int MostLineLength = 1000;
    private readonly Dictionary<ChannelId, ListedChannel> _channels = [];
    private readonly List<IngestRefusal> _refusals = [];

    public static ChannelList None { get; } = new();

    public IReadOnlyList<IngestRefusal> Refusals => _refusals;

    public ListedChannel? Find(ChannelId id) => _channels.GetValueOrDefault(id);

    public static async Task<ChannelList> ReadAsync(string path, int most, CancellationToken cancel)
    {
        var list = new ChannelList();
        var number = 0;
        await foreach (var line in File.ReadLinesAsync(path, cancel))
        {
            number++;
            if (number == 1 && line.Trim('\uFEFF', ' ') != "id,handle,subscribers")
            {
                list.Refuse(path, number, "is not the header id,handle,subscribers; the list was not read");
                break;
            }

            if (number > most + 1)
            {
                list.Refuse(path, number, "is beyond the limit; the lines before it were read");
                break;
            }

            if (number > 1 && !string.IsNullOrWhiteSpace(line))
            {
                list.Add(path, number, line);
            }
        }

        if (number == 0)
        {
            list.Refuse(path, 1, "is missing: the file is empty");
        }

        return list;
    }

    private void Add(string path, int number, string line)
    {
        var cells = line.Length > MostLineLength ? [] : line.Split(',').Select(c => c.Trim().Trim('"')).ToArray();
        if (cells.Length != 3
            || !long.TryParse(cells[0].Replace("telegram:", "", StringComparison.Ordinal), CultureInfo.InvariantCulture, out var id)
            || id <= 0
            || !(cells[1].Length == 0 || HandleShape().IsMatch(cells[1]))
            || !TrySubscribers(cells[2], out var subscribers))
        {
            Refuse(path, number, "is not a channel's number, handle and subscribers; the other lines were read");
            return;
        }

        var key = ChannelId.From(string.Create(CultureInfo.InvariantCulture, $"telegram:{id}"));
        _channels[key] = new ListedChannel(cells[1].Length == 0 ? null : cells[1].TrimStart('@'), subscribers);
    }

    private static bool TrySubscribers(string cell, out int? subscribers)
    {
        subscribers = int.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : null;
        return subscribers is not null || cell.Length == 0;
    }

    private void Refuse(string path, int line, string what)
    {
        if (_refusals.Count < 100)
        {
            var file = Path.GetFileName(path);
            _refusals.Add(new IngestRefusal("bad-channel-list", string.Create(CultureInfo.InvariantCulture, $"Line {line} of {file} {what}."))
            {
                Source = file,
            });
        }
    }

    [GeneratedRegex(@"^@?[A-Za-z][A-Za-z0-9_]{2,31}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex HandleShape();
}
