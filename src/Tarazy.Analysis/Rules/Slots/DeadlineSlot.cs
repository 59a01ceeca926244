using System.Collections.Frozen;
using Tarazy.Analysis.Text;

namespace Tarazy.Analysis.Rules.Slots;

/// <summary>
/// A limit of time with a number: <c>в течение 24 часов</c>, <c>2 күн ішінде</c>, <c>до 18:00</c>. Limits without a number
/// ("до вечера") are words, so they stand in the lists. An age, a date or a length of stay is no limit.
/// </summary>
internal sealed class DeadlineSlot : ISlot
{
    private static readonly string[] Units =
    [
        "час", "сутк", "дня", "дней", "день", "недел", "минут", "сағат", "күн", "апта", "soat", "kun", "hafta", "соат", "кун", "ҳафта",
        "годин", "днів", "дні", "тижн", "хвилин", "hour", "day", "minute", "саат", "жума", "рӯз",
    ];

    private static readonly FrozenSet<string> Before = FrozenSet.Create(
        "до", "за", "через", "течение", "течении", "осталось", "протягом", "впродовж", "within", "in", "by", "until", "before", "вас", "давоми", "баъди");

    private static readonly FrozenSet<string> After = FrozenSet.Create(
        "ішінде", "дейін", "ichida", "ичида", "ичинде", "чейин", "gacha", "гача", "қалды", "калды", "qoldi", "қолди", "уақыт", "vaqt", "вақт", "убакыт");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> BeforeWords = Before.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> AfterWords = After.GetAlternateLookup<ReadOnlySpan<char>>();

    public string Name => "deadline";

    public int Find(FoldedText text, Span<SlotSpan> found)
    {
        var tokens = text.Tokens;
        var count = 0;
        for (var i = 0; i < tokens.Length && count < found.Length; i++)
        {
            if (!IsNumber(text, i))
            {
                continue;
            }

            var last = LastOfTime(text, i);
            var first = i > 0 && BeforeWords.Contains(Word(text, i - 1)) ? i - 1 : i;
            var end = last >= 0 && last + 1 < tokens.Length && AfterWords.Contains(Word(text, last + 1)) ? last + 1 : last;
            if (last >= 0 && (first < i || end > last))
            {
                found[count++] = new SlotSpan(tokens[first].Start, tokens[end].Start + tokens[end].Length - tokens[first].Start);
                i = end;
            }
        }

        return count;
    }

    /// <summary>The last word of <c>24 часа</c> or <c>18:00</c>, or -1 when the number measures no time.</summary>
    private static int LastOfTime(FoldedText text, int number)
    {
        if (number + 1 >= text.Tokens.Length)
        {
            return -1;
        }

        var next = Word(text, number + 1);
        foreach (var unit in Units)
        {
            if (next.StartsWith(unit, StringComparison.Ordinal))
            {
                return number + 1;
            }
        }

        var token = text.Tokens[number];
        var colon = token.Start + token.Length;
        var clock = next.Length == 2 && IsNumber(text, number + 1) && colon < text.Chars.Length && text.Chars[colon] == ':';
        return clock ? SkipEnding(text, number + 1) : -1;
    }

    // "18:00-ге дейін": the case ending is a word of its own after the hyphen.
    private static int SkipEnding(FoldedText text, int last) =>
        last + 1 < text.Tokens.Length && Word(text, last + 1) is { Length: 2 } ending && ending is "ге" or "ға" or "де" or "га" or "ga" or "ка" or "ке" or "қа"
            ? last + 1
            : last;

    private static bool IsNumber(FoldedText text, int token)
    {
        var word = Word(text, token);
        return word.Length <= 3 && !word.ContainsAnyExceptInRange('0', '9');
    }

    private static ReadOnlySpan<char> Word(FoldedText text, int token) => text.Chars.Slice(text.Tokens[token].Start, text.Tokens[token].Length);
}
