using Tarazy.Analysis.Engine;
using Tarazy.Analysis.Rules;
using Tarazy.Analysis.Similarity;
using Tarazy.Ingest.Sources;
using Tarazy.Records.Findings;
using Tarazy.Records.Posts;

namespace Tarazy.Server.Commands.Scan;

/// <summary>Counts what goes by. It keeps the words of few posts: of those with a finding, and of one copy of each story.</summary>
internal sealed class ScanTally(RuleBook rules, ScanRequest request)
{
    private const int MostRefusals = 200;

    private readonly Dictionary<ChannelId, Channel> _channels = [];
    private readonly Dictionary<ChannelId, long> _posts = [];
    private readonly Dictionary<string, long> _languages = [];
    private readonly DayCounts _days = new();
    private readonly StoryBook _stories = new();
    private readonly FindingBook _findings = new(rules, request.Most);
    private readonly List<ScanRefusal> _refused = [];
    private long _refusedCount;
    private long _withFinding;

    public void See(Channel channel)
    {
        // A channel may be seen again with more known about it.
        _channels[channel.Id] = channel;
        _posts.TryAdd(channel.Id, 0);
    }

    public void See(IngestRefusal refusal)
    {
        _refusedCount += refusal.Count;
        if (_refused.Count < MostRefusals)
        {
            _refused.Add(new ScanRefusal(refusal.Code, refusal.Says, refusal.Count));
        }
    }

    public void See(Post post, PostReading reading, StoryPlace place, IReadOnlyList<Finding> findings)
    {
        _posts[post.Channel] = _posts.GetValueOrDefault(post.Channel) + 1;
        _languages[reading.Language] = _languages.GetValueOrDefault(reading.Language) + 1;
        _days.Add(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(post.PostedAt, request.TimeZone).DateTime), reading.Language);
        _stories.Add(post, reading.Language, place);
        _withFinding += findings.Any(f => !f.Shadow) ? 1 : 0;
        foreach (var finding in findings)
        {
            _findings.Add(finding, post, place.Story);
        }
    }

    public ScanResult Result(DateTimeOffset now, TimeSpan took) => new()
    {
        Source = request.Name,
        ScannedAt = now,
        TimeZone = request.TimeZone,
        Took = took,
        Posts = _posts.Values.Sum(),
        Channels =
        [
            .. _posts.Select(p => new ScannedChannel(ChannelOf(p.Key), p.Value))
                .OrderByDescending(c => c.Posts).ThenBy(c => c.Channel.Id.Value, StringComparer.Ordinal),
        ],
        Languages =
        [
            .. _languages.Select(l => new ScannedLanguage(l.Key, l.Value))
                .OrderByDescending(l => l.Posts).ThenBy(l => l.Code, StringComparer.Ordinal),
        ],
        Days = _days,
        StoryCount = _stories.Count,
        Stories = _stories.Widest(request.Most, ChannelOf),
        Rules = _findings.Rules(_stories, ChannelOf),
        PostsWithFinding = _withFinding,
        Refused = _refused,
        RefusedCount = _refusedCount,
    };

    private Channel ChannelOf(ChannelId id) => _channels.GetValueOrDefault(id) ?? new Channel(id, id.Value);
}
