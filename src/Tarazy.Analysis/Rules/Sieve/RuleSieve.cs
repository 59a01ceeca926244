using Tarazy.Analysis.Rules.Matching;
using Tarazy.Analysis.Text;

namespace Tarazy.Analysis.Rules.Sieve;

/// <summary>
/// Tells from the kept tokens of a post whether a book could find something in it, so that only few posts of a large archive must be
/// read and looked at again. It may let a post through in vain; it never holds back one in which the book finds something.
/// Not for two threads at a time.
/// </summary>
public sealed class RuleSieve
{
    private readonly RuleBook _book;
    private readonly ITokenWords _words;
    private readonly SieveTerms _terms;
    private int[] _tokens = new int[512];

    /// <summary>Places of the tokens that may be the key of a term.</summary>
    private int[] _keys = new int[512];
    private int _keyCount;

    public RuleSieve(RuleBook book, ITokenWords words)
    {
        _book = book;
        _words = words;
        _terms = new SieveTerms(book.Terms, words);
    }

    /// <param name="units">As <see cref="TokenUnits"/> writes them.</param>
    /// <param name="place">What is null is taken for possible.</param>
    public bool MayFind(ReadOnlySpan<ushort> units, in PostPlace place)
    {
        if (!_book.JudgesEveryPost && !_terms.Interest(units))
        {
            return false;
        }

        var scratch = LookScratch.Begin(_book.ShapeCount);
        try
        {
            var count = Decode(units);
            for (var key = 0; key < _keyCount; key++)
            {
                var i = _keys[key];
                for (var entry = _terms.KeyedBy(_tokens[i]); entry is not null; entry = entry.Next)
                {
                    Try(entry.Entry, i - entry.Entry.KeyWord, count, scratch);
                }
            }

            return scratch.Full || _book.Possible(place, scratch);
        }
        finally
        {
            scratch.End();
        }
    }

    private void Try(TermEntry entry, int first, int count, LookScratch scratch)
    {
        if (first < 0 || first + entry.Words.Length > count)
        {
            return;
        }

        var sure = true;
        for (var i = 0; i < entry.Words.Length; i++)
        {
            var token = _tokens[first + i];
            if (!Stands(entry.Words[i], token))
            {
                return;
            }

            sure &= token >= 0;
        }

        scratch.Add(entry.Uses, first, first + entry.Words.Length - 1, sure);
    }

    private bool Stands(TermWord word, int token)
    {
        if (token >= 0)
        {
            var known = _words.Word(token);
            return word.Stem ? known.StartsWith(word.Text, StringComparison.Ordinal) : known.SequenceEqual(word.Text);
        }

        return word.Stem
            ? word.Text.Length < TokenHash.ShortestPrefix || (~token >> 16) == TokenUnits.Beginning(TokenHash.OfPrefix(word.Text.AsSpan(0, TokenHash.ShortestPrefix))) - TokenUnits.FirstUnlisted
            : token == TokenUnits.Unlisted(word.Text);
    }

    private int Decode(ReadOnlySpan<ushort> units)
    {
        if (_tokens.Length < units.Length)
        {
            _tokens = new int[units.Length * 2];
            _keys = new int[units.Length * 2];
        }

        var count = 0;
        _keyCount = 0;
        for (var at = 0; at < units.Length;)
        {
            if (_terms.MayKey(units[at]))
            {
                _keys[_keyCount++] = count;
            }

            _tokens[count++] = TokenUnits.Read(units, ref at);
        }

        return count;
    }
}
