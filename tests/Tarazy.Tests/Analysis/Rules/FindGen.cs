using CsCheck;

namespace Tarazy.Tests.Analysis.Rules;

/// <summary>Invented expressions, and posts made of their words.</summary>
internal static class FindGen
{
    private static readonly string[] Pieces =
    [
        "контракт", "вербов*", "фро*", "\"служба по контракту\"", "\"служб* по контракт*\"", "фронт", "пишите", "\"на фронт\"", "майдан*", "\"в мае\"", "@invented_name", "2024",
        "$money", "$phone", "$handle", "$percent", "lang:ru", "lang:kk,und", "channel:@steppe_news", "audience:>100",
    ];

    private static readonly string[] Placed = ["контракт", "вербов*", "фро*", "\"служба по контракту\"", "фронт", "\"на фронт\"", "$money", "$handle", "(контракт OR $phone)", "(фронт OR майдан* OR пишите)"];

    private static readonly string[] Said =
    [
        "контракт", "контракта", "вербовка", "вербовать", "фронт", "фронта", "фрикадельки", "служба", "службы", "по", "контракту", "на", "пишите", "майдан", "в", "мае", "2024",
        "200 000 тг", "300$", "+7 700 000 00 01", "@invented_name", "15%", "и", "город", "кеше", "жаңа", "https://invented.example/x", "ра\u200Bбота", "Фрoнт", "🔥",
    ];

    public static Gen<string> Expression { get; } = Of(3);

    public static Gen<string> Post { get; } = Gen.Int[0, Said.Length - 1].Select(i => Said[i]).Array[1, 25].Select(words => string.Join(' ', words));

    /// <summary>One of many posts, always the same for a number.</summary>
    public static string PostOf(int number) =>
        string.Join(' ', Enumerable.Range(0, 4 + (number % 17)).Select(i => Said[HashOf(number, i) % Said.Length]));

    private static int HashOf(int number, int word) => unchecked((int)(((((uint)number * 31) + (uint)word) * 2_654_435_769) >> 8));

    private static Gen<string> Of(int depth)
    {
        var near = Gen.Select(One(Placed), Gen.Int[0, 6], One(Placed), (left, between, right) => $"{left} NEAR/{between} {right}");
        var part = Gen.OneOf(One(Pieces), One(Pieces), near);
        if (depth == 0)
        {
            return part;
        }

        var inner = Of(depth - 1);
        return Gen.OneOf(
            part,
            Gen.Select(inner, inner, (left, right) => $"({left}) AND ({right})"),
            Gen.Select(inner, inner, (left, right) => $"({left}) OR ({right})"),
            Gen.Select(part, inner, (left, right) => $"{left} {right}"),
            inner.Select(one => $"NOT ({one})"),
            Gen.Select(inner, inner, (left, right) => $"{left} OR {right}"));
    }

    private static Gen<string> One(string[] from) => Gen.Int[0, from.Length - 1].Select(i => from[i]);
}
