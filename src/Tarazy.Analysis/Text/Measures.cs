using System.Collections.Frozen;

namespace Tarazy.Analysis.Text;

/// <summary>Units and endings that ordinary text writes onto a number: 40кг, $3млрд, 70х. Their digits are digits.</summary>
internal static class Measures
{
    private static readonly FrozenSet<string> Known = new[]
    {
        "г", "гг", "кг", "т", "тн", "м", "см", "мм", "км", "л", "мл", "ч", "мин", "сек", "с", "р", "руб", "грн", "тг", "тенге", "теңге", "коп", "тыс", "млн",
        "млрд", "трлн", "кб", "мб", "гб", "тб", "шт", "чел", "лет", "год", "года", "год", "дн", "дней", "мес", "раз", "раза", "й", "я", "е", "х", "ый", "ой",
        "ая", "ое", "ые", "ых", "ым", "го", "му", "ти", "ми", "ші", "шы", "інші", "ыншы", "жыл", "жылы", "рік", "року", "років", "этаж", "км/ч", "квт", "мвт", "вт",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Look = Known.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether the word is a number (and a currency sign) with such an ending.</summary>
    public static bool IsMeasure(ReadOnlySpan<char> word)
    {
        var rest = word.TrimStart("0123456789$€").TrimEnd("$€");
        return rest.Length < word.Length && Look.Contains(rest);
    }
}
