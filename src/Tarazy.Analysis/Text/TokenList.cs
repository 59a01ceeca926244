using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Tarazy.Analysis.Text;

/// <summary>The tokens of one text in parallel arrays that grow once and are then used again.</summary>
internal sealed class TokenList
{
    private Token[] _tokens = new Token[512];
    private ulong[] _hashes = new ulong[512];
    private TokenKind[] _kinds = new TokenKind[512];
    private int[] _prefixStarts = new int[513];
    private ulong[] _prefixes = new ulong[513 * TokenHash.MostPrefixes];

    public int Count { get; private set; }

    public int PrefixCount { get; private set; }

    public ReadOnlySpan<Token> Tokens => _tokens.AsSpan(0, Count);

    public ReadOnlySpan<ulong> Hashes => _hashes.AsSpan(0, Count);

    public ReadOnlySpan<TokenKind> Kinds => _kinds.AsSpan(0, Count);

    public ReadOnlySpan<ulong> Prefixes => _prefixes.AsSpan(0, PrefixCount);

    public ReadOnlySpan<int> PrefixStarts => _prefixStarts.AsSpan(0, Count + 1);

    /// <summary>Begins anew, with room for <paramref name="most"/> tokens; no more than these may be added.</summary>
    public void Clear(int most)
    {
        Count = 0;
        PrefixCount = 0;
        _prefixStarts[0] = 0;
        if (most > _tokens.Length)
        {
            most *= 2;
            _tokens = new Token[most];
            _hashes = new ulong[most];
            _kinds = new TokenKind[most];
            _prefixStarts = new int[most + 1];
            _prefixes = new ulong[(most + 1) * TokenHash.MostPrefixes];
        }
    }

    /// <summary>Room for the prefixes of the next token; <see cref="Add"/> says how many of them were used.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref ulong NextPrefixes() => ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_prefixes), PrefixCount);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(int start, int length, ulong hash, TokenKind kind, int prefixes)
    {
        var at = Count;
        _tokens[at] = new Token(start, length, hash);
        _hashes[at] = hash;
        _kinds[at] = kind;
        PrefixCount += prefixes;
        _prefixStarts[at + 1] = PrefixCount;
        Count = at + 1;
    }
}
