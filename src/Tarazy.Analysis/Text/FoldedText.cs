using Tarazy.Analysis.Text.Spelling;

namespace Tarazy.Analysis.Text;

/// <summary>
/// One text, folded, tokenised and hashed once for all readers. Reusable: the buffers grow to the longest text seen and nothing
/// more is allocated. Not for two threads at a time; what it shows is valid until the next <see cref="Fold(string)"/>.
/// </summary>
public sealed class FoldedText
{
    private const int Slack = WordRuns.Slack + UnitFolder.Slack;

    private const int FewestLatin = 6;

    private readonly int _maxUnits;
    private readonly TokenList _tokens = new();
    private readonly WordRuns _words = new();
    private Unmasker? _unmasker;
    private PositionMap _map = new();
    private char[] _units = new char[4096];
    private char[] _decoded = [];
    private int _length;
    private int _decodedLength;
    private string? _original = string.Empty;

    public FoldedText()
        : this(new FoldOptions())
    {
    }

    /// <param name="options">How much of a text is read; the rest of it counts for nothing.</param>
    public FoldedText(FoldOptions options) => _maxUnits = options.MaxUnits;

    /// <summary>The text as it was given, including what lay beyond the limit.</summary>
    public string Original => _original ??= new string(_decoded, 0, _decodedLength);

    /// <summary>The text was longer than <see cref="FoldOptions.MaxUnits"/>; only its beginning was read.</summary>
    public bool Truncated { get; private set; }

    /// <summary>The folded text in UTF-16. Lines stay lines; every other blank is a space.</summary>
    public ReadOnlySpan<char> Chars => _units.AsSpan(0, _length);

    public ReadOnlySpan<Token> Tokens => _tokens.Tokens;

    /// <summary>One hash a token, in the same order.</summary>
    public ReadOnlySpan<ulong> Hashes => _tokens.Hashes;

    public ReadOnlySpan<TokenKind> Kinds => _tokens.Kinds;

    /// <summary>
    /// Hashes of the beginnings of words, of 3 to 8 units (<see cref="TokenHash.OfPrefix"/>), word after word: those of token t are
    /// <c>Prefixes[PrefixStarts[t]..PrefixStarts[t + 1]]</c>, and the k-th of them is of length 3 + k. A word of 3 to 8 units is its own
    /// longest prefix. Links and handles have none.
    /// </summary>
    public ReadOnlySpan<ulong> Prefixes => _tokens.Prefixes;

    /// <summary>Where each token's prefixes begin, and one more entry for where the last ends.</summary>
    public ReadOnlySpan<int> PrefixStarts => _tokens.PrefixStarts;

    /// <summary>Hardly any letter is Cyrillic, and there are enough Latin ones to tell a language.</summary>
    public bool MainlyLatin => _words.LatinUnits >= FewestLatin && _words.LatinUnits > _words.CyrillicUnits * 4;

    /// <summary>More letters are Cyrillic than Latin.</summary>
    public bool MoreCyrillic => _words.CyrillicUnits > _words.LatinUnits;

    /// <summary>The text as it was given, without making a string of it.</summary>
    internal ReadOnlySpan<char> Given => _original is null ? _decoded.AsSpan(0, _decodedLength) : _original.AsSpan();

    private ReadOnlySpan<char> Source
    {
        get
        {
            var all = Given;
            return all[..Math.Min(all.Length, _maxUnits)];
        }
    }

    /// <summary>Reads a text in the place of the one before: what was taken of that is no longer valid.</summary>
    public void Fold(string original)
    {
        _original = original;
        FoldSource(original.Length);
    }

    /// <summary>Folds UTF-8 without making a string first; faulty bytes become U+FFFD.</summary>
    public void Fold(ReadOnlySpan<byte> utf8)
    {
        _decoded = _decoded.Length < utf8.Length + Utf8Units.Slack ? new char[Math.Max(4096, utf8.Length * 2) + Utf8Units.Slack] : _decoded;
        _decodedLength = Utf8Units.Read(utf8, _decoded);
        _original = null;
        FoldSource(_decodedLength);
    }

    /// <summary>
    /// Makes this the Cyrillic twin of a text that is written in Latin letters: its Latin words are read back as Russian, Ukrainian or
    /// Kazakh ones, and everything else is as in <paramref name="source"/>. Places lead to the true original.
    /// </summary>
    /// <param name="language">Code of the language, if known: ru, uk or kk.</param>
    public void FoldTransliterated(FoldedText source, string language)
    {
        ArgumentOutOfRangeException.ThrowIfEqual(source, this);
        _original = source.Original;
        Truncated = source.Truncated;
        Room(source._length * LatinReader.MostLetters);
        _length = LatinView.Write(source, source._map, SpeltLanguage.Of(language), _units, _map);
        _words.Read(_units, _length);
        Tokenizer.Run(_units, _length, _words, _tokens);
    }

    /// <summary>The token to which the prefix at <paramref name="prefix"/> in <see cref="Prefixes"/> belongs.</summary>
    public int PrefixOwner(int prefix)
    {
        var at = PrefixStarts.BinarySearch(prefix + 1);
        // The first start beyond the prefix ends its token; tokens without prefixes share a start with their neighbour.
        at = at < 0 ? ~at : at;
        while (at > 0 && PrefixStarts[at - 1] > prefix)
        {
            at--;
        }

        return at - 1;
    }

    /// <summary>The span of <see cref="Original"/> that a folded span came from, with whatever was dropped inside it.</summary>
    public (int Start, int Length) ToOriginal(int start, int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(start, _length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, _length - start);
        return _map.Span(start, length, _length, Source.Length);
    }

    /// <summary>The token as the author wrote it.</summary>
    public ReadOnlySpan<char> OriginalOf(int token)
    {
        var (start, length) = ToOriginal(Tokens[token].Start, Tokens[token].Length);
        return Source.Slice(start, length);
    }

    /// <summary>Whether the author wrote the token so that it reads the same but is spelt with other units: look-alikes, invisible units, gaps.</summary>
    public bool Disguised(int token) => Disguise.Differs(OriginalOf(token), Chars.Slice(Tokens[token].Start, Tokens[token].Length));

    private void FoldSource(int length)
    {
        Truncated = length > _maxUnits;
        var source = Source;
        Room(source.Length * SlowUnits.MostUnits);
        _length = UnitFolder.Fold(source, _units, _map);
        _words.Read(_units, _length);
        if (Unmasker.Wanted(Chars, source, _map, _words))
        {
            _unmasker ??= new Unmasker();
            _length = _unmasker.Run(ref _units, _length, source, ref _map, _words);
            _words.Read(_units, _length);
        }

        Tokenizer.Run(_units, _length, _words, _tokens);
    }

    private void Room(int units)
    {
        if (_units.Length < units + Slack)
        {
            _units = new char[units + Slack];
        }
    }
}
