using Tarazy.Analysis.Text;

namespace Tarazy.Analysis.Rules.Slots;

/// <summary>A sum with a currency, a monthly or daily rate, a price (<c>за 300 000</c>), or the slang <c>200к</c>. Bare numbers, dates and phone numbers are not sums.</summary>
internal sealed class MoneySlot : ISlot
{
    private const string Signs = "₸$€₽₴£¥";

    private static readonly string[] Currencies =
    [
        "тг", "тенге", "теңге", "тыйын", "kzt", "tenge", "руб", "rub", "доллар", "долар", "долл", "бакс", "usd", "dollar", "bucks", "евро", "eur",
        "грн", "гривен", "гривн", "uah", "сўм", "so'm", "so‘m", "so’m", "soʻm", "soʼm", "uzs", "kgs", "btc", "uds", "юсдт", "сомон", "сомго", "сомдон", "сўмдан", "сўмгача",
    ];

    private static readonly string[] ShortCurrencies = ["р", "сум", "сом", "som", "sum", "tg", "тнг", "дол", "долл"];

    private static readonly string[] Multipliers =
        ["к", "k", "кк", "kk", "тыс", "тысяч", "тыща", "тыщ", "млн", "mln", "миллион", "млрд", "мың", "ҳазор", "ming", "минг", "миң", "мільйон", "тис", "million", "thousand", "million"];

    private static readonly string[] Rates =
    [
        "в месяц", "в мес", "в неделю", "в день", "в сутки", "за смену", "за час", "в час", "за вахту", "/мес", "/день", "/сутки",
        "айына", "күніне", "аптасына", "ауысымына", "сағатына", "oyiga", "kuniga", "haftasiga", "ойига", "кунига", "ҳафтасига",
        "күнүнө", "жумасына", "дар як моҳ", "дар моҳ", "дар як рӯз", "дар рӯз", "дар ҳафта", "дар як ҳафта", "на місяць", "на день", "на тиждень", "за зміну", "per month", "a month", "a week", "per week", "a day", "per day", "monthly",
    ];

    public string Name => "money";

    public int Find(FoldedText text, Span<SlotSpan> found)
    {
        var chars = text.Chars;
        var count = 0;
        for (var i = 0; i < chars.Length && count < found.Length; i++)
        {
            if (!NumberReader.StartsAt(chars, i))
            {
                continue;
            }

            var number = NumberReader.Read(chars, i, out var digits);
            var start = StartWithSign(chars, i);
            var end = EndOfSum(chars, number, digits, signed: start < i);
            end = end < 0 && IsPrice(chars, i, number, digits) ? number : end;
            if (end > 0)
            {
                found[count++] = new SlotSpan(start, end - start);
            }

            i = Math.Max(end, number) - 1;
        }

        return count;
    }

    // "удалим за 300 000": a price without its currency, when no counted thing follows.
    private static bool IsPrice(ReadOnlySpan<char> text, int start, int end, int digits)
    {
        var priced = start >= 3 && text[..start].EndsWith("за ", StringComparison.Ordinal) && (start == 3 || !char.IsLetterOrDigit(text[start - 4]));
        var closed = end == text.Length || text[end] is ',' or '.' or '!' or '?' or ';' or '\n' or ')';
        return priced && closed && digits is >= 5 and <= 9;
    }

    private static int StartWithSign(ReadOnlySpan<char> text, int number)
    {
        var before = number > 0 && text[number - 1] == ' ' ? number - 2 : number - 1;
        return before >= 0 && Signs.Contains(text[before], StringComparison.Ordinal) ? before : number;
    }

    /// <summary>Where the sum ends, or -1 when the number is none.</summary>
    private static int EndOfSum(ReadOnlySpan<char> text, int number, int digits, bool signed)
    {
        var at = NumberReader.SkipSpaces(text, number);
        var word = text[at..NumberReader.WordEnd(text, at)];
        var end = number;
        var multiplied = StartsWithAny(word, Multipliers, exactUpTo: 3);
        if (multiplied)
        {
            end = at + word.Length;
            at = end < text.Length && text[end] == '.' ? end + 1 : end;
            at = NumberReader.SkipSpaces(text, at);
        }

        if (CurrencyEnd(text, at) is var currency and > 0)
        {
            return currency;
        }

        if (signed)
        {
            return end;
        }

        var slang = multiplied && word is "к" or "k" && digits >= 2 && end == number + 1;
        return slang ? end : (multiplied || digits >= 4) && RateEnd(text, at) is var rate and > 0 ? rate : -1;
    }

    private static int CurrencyEnd(ReadOnlySpan<char> text, int at)
    {
        if (at < text.Length && Signs.Contains(text[at], StringComparison.Ordinal))
        {
            return at + 1;
        }

        var end = NumberReader.WordEnd(text, at);
        var word = text[at..end];
        return StartsWithAny(word, Currencies, exactUpTo: 0) || StartsWithAny(word, ShortCurrencies, exactUpTo: 9) ? end : -1;
    }

    private static int RateEnd(ReadOnlySpan<char> text, int at)
    {
        foreach (var rate in Rates)
        {
            if (text[at..].StartsWith(rate, StringComparison.Ordinal))
            {
                return at + rate.Length;
            }
        }

        return -1;
    }

    private static bool StartsWithAny(ReadOnlySpan<char> word, string[] beginnings, int exactUpTo)
    {
        foreach (var beginning in beginnings)
        {
            var same = beginning.Length <= exactUpTo
                ? word.Equals(beginning, StringComparison.Ordinal)
                : word.StartsWith(beginning, StringComparison.Ordinal);
            if (same)
            {
                return true;
            }
        }

        return false;
    }
}
