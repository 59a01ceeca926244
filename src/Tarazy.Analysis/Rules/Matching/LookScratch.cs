namespace Tarazy.Analysis.Rules.Matching;

/// <summary>What one look at one post has found so far. Owned by a thread and used again, so that a look allocates nothing.</summary>
internal sealed class LookScratch
{
    /// <summary>Past this many hits in one post the rest is not looked at: no honest post comes near it.</summary>
    private const int MostHits = 4_096;

    [ThreadStatic]
    private static LookScratch? _ofThisThread;

    private ulong[] _masks = [];

    public List<SlotHit> Hits { get; } = [];

    /// <summary>The hits of the rule being judged.</summary>
    public List<SlotHit> OfRule { get; } = [];

    public SignalHits Signals { get; } = new();

    /// <summary>Rules with a hit in this post, in the order they were met.</summary>
    public List<int> Touched { get; } = [];

    public static LookScratch Begin(int rules)
    {
        var scratch = _ofThisThread ??= new LookScratch();
        if (scratch._masks.Length < rules)
        {
            scratch._masks = new ulong[rules];
        }

        return scratch;
    }

    public ulong Mask(int rule) => _masks[rule];

    public void Add(TermUse[] uses, int first, int last)
    {
        if (Hits.Count + uses.Length > MostHits)
        {
            return;
        }

        foreach (var use in uses)
        {
            if (_masks[use.Rule] == 0)
            {
                Touched.Add(use.Rule);
            }

            _masks[use.Rule] |= 1UL << use.Slot;
            Hits.Add(new SlotHit(use.Rule, use.Slot, first, last, Signal: null));
        }
    }

    public void End()
    {
        foreach (var rule in Touched)
        {
            _masks[rule] = 0;
        }

        Touched.Clear();
        Hits.Clear();
        OfRule.Clear();
        Signals.Clear();
    }
}

/// <summary>A slot found between two words of a post; a signal also keeps its own span, because it may hold no word at all.</summary>
internal readonly record struct SlotHit(int Rule, int Slot, int First, int Last, Slots.SlotSpan? Signal)
{
    public int Words => Last - First + 1;

    public bool Overlaps(SlotHit other) => First <= other.Last && other.First <= Last;
}
