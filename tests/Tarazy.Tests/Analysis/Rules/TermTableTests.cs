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
            Assert.Equal(Enumerable.Range(0, terms.Length).SelectMany(rule => Standing(rule, terms[rule], text)).Order(), Found(scratch));
            scratch.End();
        },
        iter: 400);

    [Fact]
    public void Of_more_terms_than_its_gates_were_made_for_it_finds_each()
    {
        string[] phrases = [.. Enumerable.Range(0, 30_000).Select(i => i % 3 == 0 ? $"слово{i}" : i % 3 == 1 ? $"слово{i} дело{i}" : $"начало{i} слов*")];
        var terms = Array.ConvertAll(phrases, phrase => new TermFolder(new RuleLimits()).Fold(phrase).Term!);
        var table = new TermTable(terms.Select((term, rule) => (term, new TermUse(rule, 0))));
        var text = new FoldedText();
        for (var rule = 0; rule < terms.Length; rule += 997)
        {
            text.Fold($"вот {phrases[rule].Replace("*", "о", StringComparison.Ordinal)} тут");
            var scratch = LookScratch.Begin(terms.Length);
            table.Scan(text, scratch);
            Assert.Contains(Standing(rule, terms[rule], text).Single(), Found(scratch));
            scratch.End();
        }
    }

    private static IEnumerable<(int Rule, int First, int Last)> Found(LookScratch scratch)
    {
        var hits = new List<SlotHit>();
        foreach (var rule in scratch.Touched)
        {
            scratch.Copy(rule, 0, 0, int.MaxValue, hits);
        }

        return hits.Select(hit => (hit.Rule, hit.First, hit.Last)).Order();
    }

    private static IEnumerable<(int Rule, int First, int Last)> Standing(int rule, Term term, FoldedText text)
    {
        var entry = TermEntry.Of(term, []);
        return Enumerable.Range(0, text.Tokens.Length).Where(first => entry.StandsAt(text, first)).Select(first => (rule, first, first + entry.Words.Length - 1));
    }
}
