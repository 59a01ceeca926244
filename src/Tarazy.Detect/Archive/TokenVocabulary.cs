namespace Tarazy.Detect.Archive;

/// <summary>
/// Numbers words by their hash, in the order they are met, until it is full. Asking takes no lock: a table is never changed
/// but by putting a word into an empty place, number first, and is left behind whole when it grows.
/// </summary>
internal sealed class TokenVocabulary
{
    /// <summary>Past this many words the rest stay unlisted: what comes so late is rare.</summary>
    public const int MostWords = 1 << 20;

    private readonly Lock _gate = new();
    private readonly List<(ulong Hash, string Word)> _unsaved = [];
    private volatile Table _table = new(1 << 14);

    public int Count { get; private set; }

    /// <summary>The word's number, or -1 when it has none.</summary>
    public int Find(ulong hash) => _table.Find(hash);

    /// <summary>
    /// The numbers of many words, or -1 where one has none or is not found at its first place; ask <see cref="Find(ulong)"/> for those. The
    /// table is large and far away: asked for all words before any answer is needed, its lines come at once.
    /// </summary>
    public void Find(ReadOnlySpan<ulong> hashes, Span<int> numbers) => _table.Find(hashes, numbers);

    /// <summary>The word's number, a new one if need be; -1 when the vocabulary is full.</summary>
    public int Add(ulong hash, ReadOnlySpan<char> word)
    {
        lock (_gate)
        {
            var known = _table.Find(hash);
            if (known >= 0 || Count == MostWords)
            {
                return known;
            }

            _unsaved.Add((hash, word.ToString()));
            return Put(hash);
        }
    }

    /// <summary>Takes up a word that was read from the file.</summary>
    public void Restore(ulong hash)
    {
        lock (_gate)
        {
            Put(hash);
        }
    }

    /// <summary>The words that are not in the file yet, in the order of their numbers.</summary>
    public List<(ulong Hash, string Word)> TakeUnsaved()
    {
        lock (_gate)
        {
            var taken = _unsaved.ToList();
            _unsaved.Clear();
            return taken;
        }
    }

    private int Put(ulong hash)
    {
        if (Count >= _table.Room)
        {
            _table = _table.Grown();
        }

        _table.Put(hash, Count);
        return Count++;
    }

    private sealed class Table(int size)
    {
        private readonly Place[] _places = new Place[size];

        public int Room => size * 3 / 5;

        public int Find(ulong hash)
        {
            var key = hash | 1;
            for (var at = Home(key); ; at = (at + 1) & (size - 1))
            {
                ref var place = ref _places[at];
                var there = Volatile.Read(ref place.Hash);
                if (there == key)
                {
                    return place.Number;
                }

                if (there == 0)
                {
                    return -1;
                }
            }
        }

        public void Find(ReadOnlySpan<ulong> hashes, Span<int> numbers)
        {
            numbers = numbers[..hashes.Length];
            for (var i = 0; i < hashes.Length; i++)
            {
                var key = hashes[i] | 1;
                ref var place = ref _places[Home(key)];
                var there = Volatile.Read(ref place.Hash);
                var number = place.Number;
                numbers[i] = there == key ? number : -1;
            }
        }

        public void Put(ulong hash, int number)
        {
            var key = hash | 1;
            var at = Home(key);
            while (_places[at].Hash != 0)
            {
                at = (at + 1) & (size - 1);
            }

            _places[at].Number = number;
            Volatile.Write(ref _places[at].Hash, key);
        }

        public Table Grown()
        {
            var grown = new Table(size * 2);
            foreach (var place in _places)
            {
                if (place.Hash != 0)
                {
                    grown.Put(place.Hash, place.Number);
                }
            }

            return grown;
        }

        // One bit is given up to tell a hash from an empty place.
        private int Home(ulong key) => unchecked((int)(key >> 24) & (_places.Length - 1));

        private struct Place
        {
            public ulong Hash;
            public int Number;
        }
    }
}
