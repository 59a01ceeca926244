using Tarazy.Ingest.Sources;
using Tarazy.Records.Posts;

namespace Tarazy.Ingest.Posts;

/// <summary>Counts an import. What is read is counted by the thread that reads, what is written by the one that writes.</summary>
internal sealed class ImportTally
{
    private const int MostSentences = 1000;

    private readonly SortedDictionary<string, long> _refused = new(StringComparer.Ordinal);
    private readonly List<string> _sentences = [];
    private readonly List<ChannelId> _channels = [];
    private readonly HashSet<ChannelId> _seen = [];
    private long _read;
    private Written _written;

    public void Take(IngestItem item)
    {
        switch (item)
        {
            case IngestItem.PostsSeen(var posts):
                _read += posts.Count;
                break;
            case IngestItem.ChannelSeen(var channel) when _seen.Add(channel.Id):
                _channels.Add(channel.Id);
                break;
            case IngestItem.Refused(var refusal):
                _refused[refusal.Code] = _refused.GetValueOrDefault(refusal.Code) + refusal.Count;
                if (_sentences.Count < MostSentences)
                {
                    _sentences.Add(refusal.Says);
                }

                break;
            default:
                break;
        }
    }

    public void Take(Written more) =>
        _written = new Written(_written.New + more.New, _written.Edited + more.Edited, _written.Known + more.Known);

    /// <summary>Asked when both have ended.</summary>
    public ImportSummary ToSummary() => new(_read, _written.New, _written.Known, _written.Edited, _refused, _sentences, _channels);
}
