using CsCheck;
using Tarazy.Analysis.Rules;
using Tarazy.Analysis.Rules.Loading;
using Tarazy.Analysis.Rules.Matching;
using Tarazy.Analysis.Text;

namespace Tarazy.Tests.Analysis.Rules;

/// <summary>The table with all its gates finds the terms that stand in a text, and no others.</summary>
public class TermTableTests
{
    private static readonly string[] Words = ["служба", "службы", "по", "контракту", "контракт", "на", "фронт", "фронта", "деньги", "сегодня", "қазақ", "тілі", "2024", "@invented_name", "easy", "money"];

    private static readonly Gen<string> Word = Gen.Int[0, Words.Length - 1].Select(i => Words[i]);
    private static readonly Gen<string> Post = Word.Array[0, 30].Select(words => string.Join(' ', words));

    private static readonly Gen<Term[]> Terms = Gen.Select(Word, Gen.Bool, (word, stem) => stem && word.Length > 5 ? word[..5] + "*" : word)
        .Array[1, 4].Select(words => string.Join(' ', words)).Array[1, 400]
        .Select(written => written.Select(one => new TermFolder(new RuleLimits()).Fold(one).Term).OfType<Term>().ToArray());

    [Fact]
    public void It_finds_what_going_through_all_terms_finds() => Gen.Select(Terms, Post).Sample(
        (terms, post) =>
        {
            var text = new FoldedText();
            text.Fold(post);
            var table = new TermTable(terms.Select((term, rule) => (term, new TermUse(rule, 0))));
            var scratch = LookScratch.Begin(terms.Length);
            table.Scan(text, scratch);
            var found = scratch.Touched.ToArray().Order().ToArray();
            scratch.End();
            Assert.Equal(Enumerable.Range(0, terms.Length).Where(rule => Stands(terms[rule], text)), found);
        },
        iter: 400);

    private static bool Stands(Term term, FoldedText text)
    {
        var entry = TermEntry.Of(term, []);
        return Enumerable.Range(0, text.Tokens.Length).Any(first => entry.StandsAt(text, first));
    }
}
