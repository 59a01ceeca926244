using Tarazy.Analysis.Text;

namespace Tarazy.Analysis.Similarity.Retellings;

/// <summary>
/// Finds the earlier posts that tell the same story in other words. Candidates share two rare words or names within the time
/// allowed; the model scores them; a post joins the group with which it agrees best on average. Near-copies are not shown to it:
/// of a story told in one wording only the first post. Deterministic: the same posts in the same order give the same groups,
/// also when the index is built again from the last <see cref="RetellingOptions.Window"/> numbers. Not for two threads at a time.
/// </summary>
public sealed class RetellingIndex(RetellingModel model, RetellingOptions options)
{
    private const int Keys = 12;
    private const int FewestShared = 2;
    private const int MostCandidates = 24;
    private const int MostOfGroup = 12;

    /// <summary>A name tells more than another word as rare as it.</summary>
    private const float NameBonus = 2;

    private readonly FactSlots _slots = new();
    private readonly Dictionary<long, Known> _known = [];
    private readonly Queue<long> _order = [];
    private readonly Dictionary<long, List<long>> _groups = [];
    private readonly Dictionary<long, (int Shared, float Rarity)> _tally = [];

    /// <summary>Posts kept.</summary>
    public int Count => _known.Count;

    /// <param name="post">The caller's number for the post; each is higher than the one before.</param>
    public RetellingPlace Place(long post, DateTimeOffset at, FoldedText text)
    {
        Forget(post);
        var facts = model.Facts(text);
        Span<uint> keys = stackalloc uint[Keys];
        keys = keys[..KeysOf(facts, keys)];
        var place = Best(post, at, facts, Candidates(post, at, keys));
        Remember(new Known(post, at, facts, place.Group, GroupAt(place.Group, at)), keys);
        return place;
    }

    /// <summary>Remembers a post whose group is known, as <see cref="Place"/> leaves it.</summary>
    /// <param name="groupAt">When the first post of the group was published.</param>
    public void Join(long post, DateTimeOffset at, FoldedText text, long group, DateTimeOffset groupAt)
    {
        Forget(post);
        var facts = model.Facts(text);
        Span<uint> keys = stackalloc uint[Keys];
        Remember(new Known(post, at, facts, group, groupAt), keys[..KeysOf(facts, keys)]);
    }

    /// <summary>The stems by which a post is found: its rarest words and names, the highest rarity first.</summary>
    internal static int KeysOf(StoryFacts facts, Span<uint> keys)
    {
        Span<float> ranks = stackalloc float[keys.Length];
        var count = 0;
        foreach (ref readonly var fact in facts.Facts)
        {
            if ((fact.Kind & FactKind.Number) != FactKind.None || (fact.Kind & (FactKind.Lead | FactKind.Name)) == FactKind.None)
            {
                continue;
            }

            var rank = fact.Rarity + ((fact.Kind & FactKind.Name) != FactKind.None ? NameBonus : 0);
            var at = count;
            while (at > 0 && ranks[at - 1] < rank)
            {
                at--;
            }

            if (at < keys.Length)
            {
                count = Math.Min(count + 1, keys.Length);
                ranks[at..(count - 1)].CopyTo(ranks[(at + 1)..]);
                keys[at..(count - 1)].CopyTo(keys[(at + 1)..]);
                (ranks[at], keys[at]) = (rank, fact.Stem);
            }
        }

        return count;
    }

    private List<Known> Candidates(long post, DateTimeOffset at, ReadOnlySpan<uint> keys)
    {
        _tally.Clear();
        foreach (var key in keys)
        {
            var rarity = model.Rarity.Of(key);
            foreach (var other in _slots.Of(key))
            {
                if (other != FactSlots.Empty && post - other <= options.Window)
                {
                    var (shared, sum) = _tally.GetValueOrDefault(other);
                    _tally[other] = (shared + 1, sum + rarity);
                }
            }
        }

        return
        [
            .. _tally.Where(one => one.Value.Shared >= FewestShared && _known.TryGetValue(one.Key, out var known) && (known.At - at).Duration() <= options.Apart)
                .OrderByDescending(one => one.Value.Rarity).ThenByDescending(one => one.Key)
                .Take(MostCandidates).Select(one => _known[one.Key]),
        ];
    }

    /// <summary>Average link: the group whose newest members the post is most like on the mean, if it is like enough and still young.</summary>
    private RetellingPlace Best(long post, DateTimeOffset at, StoryFacts facts, List<Known> candidates)
    {
        var best = new RetellingPlace(post, []);
        var highest = 0.0;
        foreach (var group in candidates.Where(one => (at - one.GroupAt).Duration() <= options.GroupAge && model.Score(facts, one.Facts) >= options.From)
            .Select(one => one.Group).Distinct())
        {
            var members = _groups[group].TakeLast(MostOfGroup).Select(one => (Known: _known[one], Score: model.Score(facts, _known[one].Facts))).ToList();
            var mean = members.Average(one => one.Score);
            if (mean >= options.From && mean > highest)
            {
                highest = mean;
                best = new RetellingPlace(
                    group,
                    [
                        .. members.Where(one => one.Score >= options.From && (one.Known.At - at).Duration() <= options.Apart)
                            .OrderByDescending(one => one.Score).ThenBy(one => one.Known.Post)
                            .Select(one => new Retelling(one.Known.Post, one.Score)),
                    ]);
            }
        }

        return best;
    }

    private DateTimeOffset GroupAt(long group, DateTimeOffset at) => _groups.TryGetValue(group, out var members) ? _known[members[0]].GroupAt : at;

    private void Remember(Known known, ReadOnlySpan<uint> keys)
    {
        _known.Add(known.Post, known);
        _order.Enqueue(known.Post);
        if (!_groups.TryGetValue(known.Group, out var members))
        {
            _groups[known.Group] = members = [];
        }

        members.Add(known.Post);
        foreach (var key in keys)
        {
            _slots.Add(key, known.Post);
        }
    }

    /// <summary>Lets go of what is further back than the window when this post comes.</summary>
    private void Forget(long post)
    {
        while (_order.TryPeek(out var oldest) && post - oldest > options.Window)
        {
            _order.Dequeue();
            if (_known.Remove(oldest, out var known) && _groups[known.Group] is var members)
            {
                members.Remove(oldest);
                if (members.Count == 0)
                {
                    _groups.Remove(known.Group);
                }
            }
        }
    }

    private sealed record Known(long Post, DateTimeOffset At, StoryFacts Facts, long Group, DateTimeOffset GroupAt);
}
