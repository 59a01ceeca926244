using System.Text.Json;
using CsCheck;
using Tarazy.Analysis.Text;
using Tarazy.TestKit;

namespace Tarazy.Tests.Analysis.Text;

/// <summary>Stepping over what cannot be disguised must find the same as looking at every unit.</summary>
public class OddUnitsTests
{
    private static readonly string[] Pieces =
    [
        "работа", "п'ять", "қазақ", "р а б о т а", "р.а.б.о.т.а", "раб🔥ота🔥для", "раб☀ота☀сво☀их", "дeньги", "д3ньги", "р@бота", "pабoта", "о0жяи", "cop", "CEO", "log4j", "ми28н",
        "@invented_name", "https://invented.example/а.б", "слово.com", "ra.ru/путь", "@раб", "де/\\о", "оооочень", "ﬁрма", "Ωмега", "ը", "٣а", "👨‍👩‍👧", "\uD83D", "5$", "40г", "на", " ", "\n", ", ", " — ",
    ];

    private static readonly Gen<string> Texts = Gen.Frequency(
        (6, Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i])),
        (3, Gen.Int[0, 3].Select(i => " \n, "[i].ToString())),
        (2, Gen.String[Gen.Char["абвгжяіқaeopcxyhi03467@$€/\\'.:🔥 \n-"], 1, 12]),
        (2, Gen.String[Gen.Char["абвгдежзийклмн ,"], 20, 90]),
        (1, Gen.String[Gen.Char, 1, 4])).List[0, 16].Select(string.Concat);

    [Fact]
    public void Joining_and_mending_do_the_same_as_when_every_unit_is_looked_at() => Texts.Sample(text => Assert.Equal(Read(text, plain: true), Read(text, plain: false)), iter: 3_000);

    [Fact]
    public void And_they_do_on_real_posts()
    {
        var file = SharedData.Path("scam-telegram-ru/dev.jsonl", out var why);
        Assert.SkipWhen(file is null, why);
        foreach (var line in File.ReadLines(file!))
        {
            using var post = JsonDocument.Parse(line);
            var text = post.RootElement.GetProperty("text").GetString()!;
            Assert.Equal(Read(text, plain: true), Read(text, plain: false));
        }
    }

    /// <summary>What joining and mending make of a text, whatever its hints, and where each unit came from.</summary>
    private static (string Text, string Places, TextSigns Signs) Read(string text, bool plain)
    {
        var units = new char[(text.Length * SlowUnits.MostUnits) + WordRuns.Slack + UnitFolder.Slack];
        var joined = new char[units.Length];
        var (map, joinedMap) = (new PositionMap(), new PositionMap());
        var words = new WordRuns();
        var length = UnitFolder.Fold(text, units, map);
        words.Read(units, length);
        length = PulledApart.Join(Odd(units, length), units.AsSpan(0, length), text, map, joined, joinedMap);
        words.Read(joined, length);
        var signs = TextSigns.Of(joined.AsSpan(0, length), Odd(joined, length));
        new WordMender(joined.AsSpan(0, length), text, joinedMap, signs).MendAll(Odd(joined, length));
        return (new string(joined, 0, length), string.Join(' ', Enumerable.Range(0, length).Select(joinedMap.Begin)), signs);

        OddUnits Odd(char[] of, int count) => new(plain ? default : words.Rows, of.AsSpan(0, count));
    }
}
