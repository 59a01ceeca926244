namespace Tarazy.Analysis.Text;

/// <summary>The tokens of one text in parallel arrays that grow once and are then used again.</summary>
internal sealed class TokenList
{
    private Token[] _tokens = new Token[512];
    private ulong[] _hashes = new ulong[512];
    private TokenKind[] _kinds = new TokenKind[512];
    private int[] _prefixStarts = new int[513];
    private ulong[] _prefixes = new ulong[4096];

    public int Count { get; private set; }

    public int PrefixCount { get; private set; }

    public ReadOnlySpan<Token> Tokens => _tokens.AsSpan(0, Count);

    public ReadOnlySpan<ulong> Hashes => _hashes.AsSpan(0, Count);

    public ReadOnlySpan<TokenKind> Kinds => _kinds.AsSpan(0, Count);

    public ReadOnlySpan<ulong> Prefixes => _prefixes.AsSpan(0, PrefixCount);

    public ReadOnlySpan<int> PrefixStarts => _prefixStarts.AsSpan(0, Count + 1);

    public void Clear()
    {
        Count = 0;
        PrefixCount = 0;
        _prefixStarts[0] = 0;
    }

    /// <summary>Room for the prefixes of the next token; <see cref="Add"/> says how many of them were used.</summary>
    public Span<ulong> NextPrefixes()
    {
        const int Most = TokenHash.LongestPrefix - TokenHash.ShortestPrefix + 1;
        if (_prefixes.Length - PrefixCount < Most)
        {
            Array.Resize(ref _prefixes, _prefixes.Length * 2);
        }

        return _prefixes.AsSpan(PrefixCount, Most);
    }

    public void Add(int start, int length, ulong hash, TokenKind kind, int prefixes)
    {
        if (Count == _tokens.Length)
        {
            Grow();
        }

        _tokens[Count] = new Token(start, length, hash);
        _hashes[Count] = hash;
        _kinds[Count] = kind;
        PrefixCount += prefixes;
        _prefixStarts[++Count] = PrefixCount;
    }

    private void Grow()
    {
        var size = Count * 2;
        Array.Resize(ref _tokens, size);
        Array.Resize(ref _hashes, size);
        Array.Resize(ref _kinds, size);
        Array.Resize(ref _prefixStarts, size + 1);
    }
}
