using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Tarazy.Analysis.Text;

namespace Tarazy.Analysis.Similarity;

/// <summary>
/// Finds the story a post belongs to among all posts it was shown before: near-copies by MinHash, posts too short to have
/// shingles by their exact words. Deterministic: the same posts in the same order give the same places. Not for two threads at a time.
/// </summary>
public sealed class StoryIndex
{
    private const int MostCandidates = 256;

    /// <summary>At most one post in so many is expected to be too short for shingles; more of them make their table grow.</summary>
    private const int ShortShare = 4;

    private readonly double _joinsFrom;
    private readonly double _copyFrom;
    private readonly Dictionary<ulong, long> _short = [];
    private readonly int[] _candidates = new int[MostCandidates];
    private Signature[] _signatures;
    private Known[] _known;
    private BandTable _bands;

    public StoryIndex()
        : this(new StoryOptions())
    {
    }

    /// <param name="options">From which likeness a post joins, and for how many posts memory is taken at once.</param>
    public StoryIndex(StoryOptions options)
    {
        _joinsFrom = options.JoinsFrom;
        _copyFrom = options.CopyFrom;
        _signatures = new Signature[options.Room];
        _known = new Known[options.Room];
        _bands = new BandTable(options.Room);
    }

    /// <summary>Posts the index keeps; copies of them are not counted.</summary>
    public int Count { get; private set; }

    /// <summary>Bytes taken for near-copy search at the present room.</summary>
    public long Bytes => _bands.Bytes + ((long)_known.Length * (Signature.Bytes + (2 * sizeof(long))));

    /// <summary>Finds the post's story and remembers the post.</summary>
    /// <param name="post">The caller's number for the post, given once.</param>
    public StoryPlace Place(long post, FoldedText text)
    {
        Span<byte> mark = stackalloc byte[StoryMark.MostBytes];
        return Place(post, mark[..StoryMark.Of(text, mark)]);
    }

    /// <summary>Finds the post's story by the mark of its text, and remembers the post.</summary>
    /// <param name="mark">As <see cref="StoryMark"/> made it.</param>
    public StoryPlace Place(long post, ReadOnlySpan<byte> mark) => Place(post, mark, default);

    /// <summary>The same, of a post that was asked for ahead; in between others may have been placed.</summary>
    /// <param name="ahead">What <see cref="Ahead"/> gave for this very mark, or nothing.</param>
    public StoryPlace Place(long post, ReadOnlySpan<byte> mark, in StoryAhead ahead)
    {
        if (mark.Length < Signature.Bytes)
        {
            return PlaceShort(post, mark);
        }

        var signature = StoryMark.Read(mark);
        var places = ahead.Table == _bands ? ahead.Places : _bands.PlacesOf(signature);
        var nearest = Nearest(signature, places, out var likeness);
        if (nearest >= 0 && likeness >= _joinsFrom)
        {
            var (number, story) = (_known[nearest].Post, _known[nearest].Story);
            if (likeness < _copyFrom)
            {
                Remember(signature, places, post, story);
            }

            return new StoryPlace(story, First: false, likeness, number);
        }

        Remember(signature, places, post, post);
        return new StoryPlace(post, First: true, 0, post);
    }

    /// <summary>Asks for posts that are placed soon; <see cref="StoryAhead.Together"/> of them at a time.</summary>
    public StoryAhead Ahead(ReadOnlySpan<byte> mark) =>
        mark.Length < Signature.Bytes ? default : new StoryAhead { Places = _bands.SendFor(StoryMark.Read(mark)), Table = _bands };

    /// <summary>
    /// Remembers the post in a story that is already known: an edit joins the story of what it replaces, and an index is built
    /// again from what was stored. The index is afterwards as <see cref="Place(long, ReadOnlySpan{byte})"/> leaves it for the same story.
    /// </summary>
    /// <returns>Estimated likeness to the nearest post of that story; 0 when none is near.</returns>
    public double Join(long post, long story, ReadOnlySpan<byte> mark)
    {
        if (mark.Length < Signature.Bytes)
        {
            return JoinShort(story, mark);
        }

        var signature = StoryMark.Read(mark);
        var places = _bands.PlacesOf(signature);
        var nearest = Nearest(signature, places, out var likeness);
        var near = nearest >= 0 && _known[nearest].Story == story;
        if (!near || likeness < _copyFrom)
        {
            Remember(signature, places, post, story);
        }

        return near ? likeness : 0;
    }

    /// <summary>Makes room for this many posts in all, so that nothing is allocated until they are there.</summary>
    public void Reserve(int posts)
    {
        _short.EnsureCapacity(posts / ShortShare);
        if (posts > _known.Length)
        {
            Grow(posts);
        }
    }

    private StoryPlace PlaceShort(long post, ReadOnlySpan<byte> mark)
    {
        if (mark.IsEmpty)
        {
            return new StoryPlace(post, First: true, 0, post); // a post without words is like no other
        }

        ref var story = ref CollectionsMarshal.GetValueRefOrAddDefault(_short, BinaryPrimitives.ReadUInt64LittleEndian(mark), out var known);
        story = known ? story : post;
        return new StoryPlace(story, !known, known ? 1 : 0, story);
    }

    private double JoinShort(long story, ReadOnlySpan<byte> mark)
    {
        if (mark.IsEmpty)
        {
            return 0;
        }

        var key = BinaryPrimitives.ReadUInt64LittleEndian(mark);
        return _short.TryAdd(key, story) || _short[key] != story ? 0 : 1;
    }

    private int Nearest(in Signature signature, in BandTable.Places places, out double likeness)
    {
        var candidates = _candidates.AsSpan();
        var count = _bands.Candidates(places, candidates);
        var nearest = -1;
        var last = -1;
        likeness = 0;
        foreach (var candidate in candidates[..count])
        {
            if (candidate == last)
            {
                continue; // the bands of a near-copy name it again and again
            }

            last = candidate;
            var alike = Signature.Likeness(signature, _signatures[candidate]);
            if (alike > likeness || (alike == likeness && candidate < nearest))
            {
                (nearest, likeness) = (candidate, alike);
            }
        }

        return nearest;
    }

    private void Remember(in Signature signature, in BandTable.Places places, long post, long story)
    {
        var free = places;
        if (Count == _known.Length)
        {
            Grow(checked(Count + (Count / 2) + 16));
            free = _bands.PlacesOf(signature);
        }

        _signatures[Count] = signature;
        _known[Count] = new Known(post, story);
        _bands.Add(free, Count);
        Count++;
    }

    /// <summary>The bands are read off the stored signatures again, so nothing else has to be kept for growing.</summary>
    private void Grow(int room)
    {
        Array.Resize(ref _signatures, room);
        Array.Resize(ref _known, room);
        _bands = new BandTable(room);
        _bands.AddAll(_signatures.AsSpan(0, Count));
    }

    private readonly record struct Known(long Post, long Story);
}
