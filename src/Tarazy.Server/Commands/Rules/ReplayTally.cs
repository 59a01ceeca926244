using System.Globalization;
using Tarazy.Detect.Archive;

namespace Tarazy.Server.Commands.Rules;

/// <summary>Counts what a replay finds and keeps the first of it.</summary>
internal sealed class ReplayTally(int limit)
{
    private readonly SortedDictionary<string, long> _days = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _channels = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _languages = new(StringComparer.Ordinal);
    private readonly List<ReplayHit> _first = [];

    public long Count { get; private set; }

    public IReadOnlyDictionary<string, long> Days => _days;

    public IEnumerable<KeyValuePair<string, long>> Channels => Most(_channels);

    public IEnumerable<KeyValuePair<string, long>> Languages => Most(_languages);

    public IReadOnlyList<ReplayHit> First => _first;

    public void Add(ReplayHit hit)
    {
        Count++;
        Count1(_days, hit.Post.PostedAt.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Count1(_channels, hit.Post.Channel.Value);
        Count1(_languages, hit.Language);
        if (_first.Count < limit)
        {
            _first.Add(hit);
        }
    }

    private static void Count1(IDictionary<string, long> counts, string key) => counts[key] = counts.TryGetValue(key, out var count) ? count + 1 : 1;

    private static IEnumerable<KeyValuePair<string, long>> Most(Dictionary<string, long> counts) =>
        counts.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal);
}
