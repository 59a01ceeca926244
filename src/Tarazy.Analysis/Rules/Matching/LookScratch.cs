namespace Tarazy.Analysis.Rules.Matching;

/// <summary>What one look at one post has found so far. Owned by a thread and used again, so that a look allocates nothing.</summary>
internal sealed class LookScratch
{
    /// <summary>Past this many hits in one post the rest is not looked at: no honest post comes near it.</summary>
    private const int MostHits = 4_096;

    [ThreadStatic]
    private static LookScratch? _ofThisThread;

    private RuleMarks[] _marks = [];
    private SlotHit[] _hits = new SlotHit[256];
    private int[] _next = new int[256];
    private int[] _words = [];
    private int[] _beginnings = [];
    private int _count;

    /// <summary>The hits of the rule being judged.</summary>
    public List<SlotHit> OfRule { get; } = [];

    /// <summary>Spans of the expression being judged, one part after another.</summary>
    public List<SlotHit> Spans { get; } = [];

    public SignalHits Signals { get; } = new();

    /// <summary>Rules with a hit in this post, in the order they were met.</summary>
    public List<int> Touched { get; } = [];

    /// <summary>Hits were left out because there are too many.</summary>
    public bool Full { get; private set; }

    public static LookScratch Begin(int rules)
    {
        var scratch = _ofThisThread ??= new LookScratch();
        if (scratch._marks.Length < rules)
        {
            scratch._marks = new RuleMarks[rules];
        }

        return scratch;
    }

    /// <summary>Room to note some of a text's words.</summary>
    public Span<int> WordRoom(int words) => Room(ref _words, words);

    /// <summary>Room to note some of the beginnings of its words.</summary>
    public Span<int> BeginningRoom(int beginnings) => Room(ref _beginnings, beginnings);

    public ref readonly RuleMarks Marks(int rule) => ref _marks[rule];

    /// <param name="sure">False when the term may not stand there after all; then it takes nothing back.</param>
    public void Add(ReadOnlySpan<TermUse> uses, int first, int last, bool sure = true)
    {
        if (_count + uses.Length > MostHits)
        {
            Full = true;
            return;
        }

        while (_count + uses.Length > _hits.Length)
        {
            Array.Resize(ref _hits, _hits.Length * 2);
            Array.Resize(ref _next, _hits.Length);
        }

        foreach (var use in uses)
        {
            if (sure || use.Slot != FrameJudge.SuppressSlot)
            {
                Add(use, first, last);
            }
        }
    }

    /// <summary>Copies the hits of a rule in one slot or several, in the order they were met.</summary>
    public void Copy(int rule, int fromSlot, int toSlot, int most, List<SlotHit> into)
    {
        for (var at = _marks[rule].FirstHit; at > 0; at = _next[at - 1])
        {
            ref readonly var hit = ref _hits[at - 1];
            if (hit.Slot >= fromSlot && hit.Slot <= toSlot && most-- > 0)
            {
                into.Add(hit);
            }
        }
    }

    /// <summary>The first hit of a rule in a slot that has one.</summary>
    public SlotHit First(int rule, int slot)
    {
        var at = _marks[rule].FirstHit;
        while (_hits[at - 1].Slot != slot)
        {
            at = _next[at - 1];
        }

        return _hits[at - 1];
    }

    public void End()
    {
        foreach (var rule in Touched)
        {
            _marks[rule] = default;
        }

        Touched.Clear();
        OfRule.Clear();
        Spans.Clear();
        Signals.Clear();
        _count = 0;
        Full = false;
    }

    private static Span<int> Room(ref int[] room, int places)
    {
        if (room.Length < places)
        {
            room = new int[Math.Max(1_024, places * 2)];
        }

        return room.AsSpan(0, places);
    }

    private void Add(TermUse use, int first, int last)
    {
        ref var marks = ref _marks[use.Rule];
        _hits[_count] = new SlotHit(use.Rule, use.Slot, first, last, Signal: null);
        _next[_count] = 0;
        _count++;
        if (marks.FirstHit == 0)
        {
            Touched.Add(use.Rule);
            marks.FirstHit = _count;
        }
        else
        {
            _next[marks.LastHit - 1] = _count;
        }

        marks.LastHit = _count;
        if (use.Slot < TermUse.FirstLeaf)
        {
            marks.Slots |= 1UL << use.Slot;
        }
        else
        {
            marks.Leaves |= 1UL << (use.Slot & 63);
        }
    }
}

/// <summary>What a rule has in a post: bits of its slots and of its expression's leaves, and its chain of hits, counted from one.</summary>
internal struct RuleMarks
{
    public ulong Slots;
    public ulong Leaves;
    public int FirstHit;
    public int LastHit;
}

/// <summary>A slot found between two words of a post; a signal also keeps its own span, because it may hold no word at all.</summary>
internal readonly record struct SlotHit(int Rule, int Slot, int First, int Last, Slots.SlotSpan? Signal)
{
    public int Words => Last - First + 1;

    public bool Overlaps(SlotHit other) => First <= other.Last && other.First <= Last;
}
