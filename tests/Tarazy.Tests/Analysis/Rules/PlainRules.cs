using Tarazy.Analysis.Rules;
using Tarazy.Analysis.Rules.Matching;
using Tarazy.Analysis.Rules.Slots;
using Tarazy.Analysis.Text;

namespace Tarazy.Tests.Analysis.Rules;

/// <summary>The rules read in the obvious way, word by word and string by string: slow, and easy to believe.</summary>
internal static class PlainRules
{
    private sealed record Found(string Slot, int Order, int First, int Last, int Start, int End);

    /// <summary>Name of the rule and the slots of its best window, for every rule that finds something.</summary>
    public static IEnumerable<string> Look(IEnumerable<WatchRule> rules, FoldedText text)
    {
        var words = text.Tokens.ToArray().Select((token, i) => (Text: text.Chars.Slice(token.Start, token.Length).ToString(), IsWord: text.Kinds[i] == TokenKind.Word)).ToArray();
        foreach (var rule in rules)
        {
            if (rule.Suppress.Any(term => Places(term, words).Any()))
            {
                continue;
            }

            var found = Uncovered([.. rule.Frame.SelectMany((slot, order) => Of(slot, order, words, text))]);
            var best = found.Select(first => Window(rule, found, first.First)).Where(slots => Makes(rule, slots)).MaxBy(slots => slots.Count);
            if (best is not null)
            {
                var weak = rule.Weaken.Any(term => Places(term, words).Any());
                yield return $"{rule.Name}: {string.Join(", ", best.Order(StringComparer.Ordinal))}{(weak ? ", weak" : "")}";
            }
        }
    }

    public static string Line(RuleHit hit)
    {
        var slots = hit.Evidence.Select(e => e.Slot).Where(slot => slot != "unless").Distinct().Order(StringComparer.Ordinal);
        return $"{hit.Rule.Name}: {string.Join(", ", slots)}{(hit.Evidence.Any(e => e.Slot == "unless") ? ", weak" : "")}";
    }

    private static IEnumerable<Found> Of(FrameSlot slot, int order, (string Text, bool IsWord)[] words, FoldedText text)
    {
        var byWords = slot.Terms.SelectMany(term => Places(term, words).Select(first => new Found(slot.Name, order, first, first + term.Words.Count - 1, 0, 0)));
        return byWords.Concat(slot.Signals.SelectMany(signal => Signals(signal, text)).Select(span => Spanned(slot.Name, order, span, text)));
    }

    private static IEnumerable<int> Places(Term term, (string Text, bool IsWord)[] words) =>
        Enumerable.Range(0, Math.Max(0, words.Length - term.Words.Count + 1))
            .Where(first => Enumerable.Range(0, term.Words.Count).All(i => Same(term.Words[i], words[first + i])));

    private static bool Same(TermWord word, (string Text, bool IsWord) other) =>
        word.Stem ? other.IsWord && other.Text.StartsWith(word.Text, StringComparison.Ordinal) : other.Text == word.Text;

    private static SlotSpan[] Signals(ISlot signal, FoldedText text)
    {
        var spans = new SlotSpan[64];
        return spans[..signal.Find(text, spans)];
    }

    private static Found Spanned(string slot, int order, SlotSpan span, FoldedText text)
    {
        var inside = text.Tokens.ToArray().Select((token, i) => (token, i)).Where(t => t.token.Start < span.End && span.Start < t.token.Start + t.token.Length).ToArray();
        return new Found(slot, order, inside[0].i, inside[^1].i, span.Start, span.End);
    }

    private static List<Found> Uncovered(List<Found> all)
    {
        var kept = all.OrderBy(f => f.First).ThenBy(f => f.Last).ThenBy(f => f.Order).ToList();
        for (var i = kept.Count - 1; i >= 0; i--)
        {
            var one = kept[i];
            if (kept.Exists(other => other.Slot != one.Slot && other.First <= one.Last && one.First <= other.Last
                && (other.Last - other.First > one.Last - one.First || (other.Last - other.First == one.Last - one.First && other.Order < one.Order))))
            {
                kept.RemoveAt(i);
            }
        }

        return kept;
    }

    private static HashSet<string> Window(WatchRule rule, List<Found> found, int start) =>
        [.. found.Where(f => f.First >= start && f.Last < start + rule.Near).Select(f => f.Slot)];

    private static bool Makes(WatchRule rule, HashSet<string> slots) =>
        slots.Count >= rule.Needs && rule.Required.All(either => either.Split(" | ").Any(slots.Contains));
}
