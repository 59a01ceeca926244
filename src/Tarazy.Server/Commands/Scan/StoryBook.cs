using Tarazy.Analysis.Similarity;
using Tarazy.Records.Posts;

namespace Tarazy.Server.Commands.Scan;

/// <summary>Stories of one scan. A story that is told once costs a few bytes; one that is told again keeps the words of a copy.</summary>
internal sealed class StoryBook
{
    private const int MostText = 1_000;

    private readonly Dictionary<long, Told> _told = [];
    private readonly Dictionary<long, Once> _once = [];

    public int Count => _told.Count + _once.Count;

    public void Add(Post post, string language, StoryPlace place)
    {
        if (place.First)
        {
            _once[place.Story] = new Once(post.Channel, post.Message, post.PostedAt);
            return;
        }

        if (!_told.TryGetValue(place.Story, out var told))
        {
            _once.Remove(place.Story, out var first);
            var text = post.Text.Length > MostText ? post.Text[..MostText] : post.Text;
            told = new Told(text, language, first);
            _told[place.Story] = told;
        }

        told.Add(new Once(post.Channel, post.Message, post.PostedAt));
    }

    /// <returns>How many posts and channels tell the story.</returns>
    public (int Copies, int Channels) Spread(long story) =>
        _told.TryGetValue(story, out var told) ? (told.Copies, told.Channels.Count) : (1, 1);

    public IReadOnlyList<ScannedStory> Widest(int most, Func<ChannelId, Channel> channelOf) =>
    [
        .. _told
            .OrderByDescending(t => t.Value.Channels.Count).ThenByDescending(t => t.Value.Copies).ThenBy(t => t.Key)
            .Take(most)
            .Select(t => t.Value.Show(channelOf)),
    ];

    private readonly record struct Once(ChannelId Channel, long Message, DateTimeOffset At);

    private sealed class Told(string text, string language, Once first)
    {
        private readonly List<DateTimeOffset> _times = [first.At];
        private Once _first = first;
        private DateTimeOffset _last = first.At;

        public HashSet<ChannelId> Channels { get; } = [first.Channel];

        public int Copies { get; private set; } = 1;

        public void Add(Once copy)
        {
            Copies++;
            Channels.Add(copy.Channel);
            _first = copy.At < _first.At ? copy : _first;
            _last = copy.At > _last ? copy.At : _last;
            if (_times.Count < ScannedStory.MostTimes)
            {
                _times.Add(copy.At);
            }
        }

        public ScannedStory Show(Func<ChannelId, Channel> channelOf) => new(
            text, language, Copies, Channels.Count, channelOf(_first.Channel), _first.Message, _first.At, _last, [.. _times.Order()]);
    }
}
