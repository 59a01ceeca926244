using Tarazy.Analysis.Rules.Loading;
using Tarazy.Analysis.Rules.Matching;

namespace Tarazy.Analysis.Rules.Find;

/// <summary>
/// How a term is written in the canonical spelling: as it was folded, so that two spellings of one word are one expression. A word that
/// still looks disguised after it was read once, such as one half of digits, would be read otherwise a second time; it stays as it was written.
/// </summary>
internal sealed class TermSpelling(RuleLimits limits)
{
    private readonly TermFolder _again = new(limits);

    public string Of(Term term, FindToken token)
    {
        var bare = token.Kind == FindTokenKind.Word;
        if (!Same(term, _again.Fold(term.Key).Term))
        {
            return bare ? token.Text : Quoted(token.Text);
        }

        return bare && term.Words.Count == 1 && StandsBare(term.Key) ? term.Key : Quoted(term.Key);
    }

    private static bool Same(Term term, Term? again) => again is not null && term.Words.SequenceEqual(again.Words);

    /// <summary>Without quotes it is one word of an expression, and nothing that means more than a word there.</summary>
    private static bool StandsBare(string key)
    {
        var at = 0;
        return FindLexer.Next(key, ref at) == new FindToken(FindTokenKind.Word, key, 0)
            && !key.StartsWith('$')
            && !FindParts.IsFilter(key);
    }

    /// <summary>In the first quotes whose end the phrase does not hold; a phrase that was read lacks one of the three.</summary>
    private static string Quoted(string phrase) =>
        !phrase.Contains('"', StringComparison.Ordinal) ? $"\"{phrase}\""
        : !phrase.Contains('»', StringComparison.Ordinal) ? $"«{phrase}»"
        : $"“{phrase}”";
}
