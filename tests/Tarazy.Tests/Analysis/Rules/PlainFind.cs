using Tarazy.Analysis.Rules;
using Tarazy.Analysis.Rules.Find;
using Tarazy.Analysis.Rules.Matching;
using Tarazy.Analysis.Rules.Slots;
using Tarazy.Analysis.Text;

namespace Tarazy.Tests.Analysis.Rules;

/// <summary>Expressions read in the obvious way: every part gives the list of its spans, and truth is a nullable bool.</summary>
internal sealed class PlainFind(FoldedText text, PostPlace place)
{
    private readonly (string Text, bool IsWord)[] _words =
        [.. text.Tokens.ToArray().Select((token, i) => (text.Chars.Slice(token.Start, token.Length).ToString(), text.Kinds[i] == TokenKind.Word))];

    public bool? Holds(FindNode node) => node switch
    {
        FindNode.Not not => !Holds(not.Part),
        FindNode.All all => all.Parts.Any(p => Holds(p) == false) ? false : all.Parts.All(p => Holds(p) == true) ? true : null,
        FindNode.Any any => any.Parts.Any(p => Holds(p) == true) ? true : any.Parts.All(p => Holds(p) == false) ? false : null,
        FindNode.InLanguages languages => languages.Codes.Contains(place.Language),
        FindNode.InChannels channels => place.Channel is null ? null : channels.Channels.Contains(place.Channel),
        FindNode.Reached reached => place.Audience is null ? null : place.Audience > reached.Above,
        _ => Spans(node).Count > 0,
    };

    private List<(int First, int Last)> Spans(FindNode node) => node switch
    {
        FindNode.Words words => [.. words.Terms.SelectMany(Places)],
        FindNode.Signal signal => Places(signal.Slot),
        FindNode.Any any => [.. any.Parts.SelectMany(Spans)],
        FindNode.Near near =>
        [
            .. from left in Spans(near.Left)
               from right in Spans(near.Right)
               let between = Math.Max(right.First - left.Last, left.First - right.Last) - 1
               where between >= 0 && between <= near.Between
               select (Math.Min(left.First, right.First), Math.Max(left.Last, right.Last)),
        ],
        _ => [],
    };

    private IEnumerable<(int First, int Last)> Places(Term term) =>
        from first in Enumerable.Range(0, Math.Max(0, _words.Length - term.Words.Count + 1))
        where Enumerable.Range(0, term.Words.Count).All(i => Same(term.Words[i], _words[first + i]))
        select (first, first + term.Words.Count - 1);

    private static bool Same(TermWord word, (string Text, bool IsWord) other) =>
        word.Stem ? other.IsWord && other.Text.StartsWith(word.Text, StringComparison.Ordinal) : other.Text == word.Text;

    private List<(int First, int Last)> Places(ISlot slot)
    {
        var spans = new SlotSpan[64];
        var tokens = text.Tokens.ToArray();
        return
        [
            .. from span in spans[..slot.Find(text, spans)]
               let inside = Enumerable.Range(0, tokens.Length).Where(i => tokens[i].Start < span.End && span.Start < tokens[i].Start + tokens[i].Length).ToArray()
               select (inside[0], inside[^1]),
        ];
    }
}
