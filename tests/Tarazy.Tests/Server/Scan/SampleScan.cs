using Tarazy.Records.Findings;
using Tarazy.Records.Posts;
using Tarazy.Server.Commands.Scan;

namespace Tarazy.Tests.Server.Scan;

/// <summary>A result made by hand, with invented channels and posts, so that the report can be looked at without the engine.</summary>
internal static class SampleScan
{
    public static readonly DateTimeOffset Start = new(2026, 11, 2, 6, 0, 0, TimeSpan.Zero);

    private static readonly TimeZoneInfo Almaty = TimeZoneInfo.CreateCustomTimeZone("+05:00", TimeSpan.FromHours(5), "+05:00", "+05:00");

    public static ScanResult Result(params IReadOnlyList<ScannedRule> rules)
    {
        var days = new DayCounts();
        var languages = new Dictionary<string, long>();
        for (var day = 0; day < 21; day++)
        {
            foreach (var (code, a, b) in new[] { ("ru", 90, 37), ("kk", 40, 17), ("uz", 7, 4), ("en", 3, 2), ("und", 2, 2) })
            {
                var posts = a + (day * 13 % b) + (day == 12 && code == "kk" ? 80 : 0);
                for (var i = 0; i < posts; i++)
                {
                    days.Add(new DateOnly(2026, 11, 2).AddDays(day), code);
                }

                languages[code] = languages.GetValueOrDefault(code) + posts;
            }
        }

        var posts2 = languages.Values.Sum();
        return new ScanResult
        {
            Source = "desk-export.json",
            ScannedAt = Start.AddDays(21).AddHours(2),
            TimeZone = Almaty,
            Took = TimeSpan.FromSeconds(0.2),
            Posts = posts2,
            Channels = [new ScannedChannel(Channel("Сапар · жұмыс"), posts2 - 10), new ScannedChannel(Channel("Работа рядом"), 10)],
            Languages = [.. languages.Select(l => new ScannedLanguage(l.Key, l.Value)).OrderByDescending(l => l.Posts)],
            Days = days,
            StoryCount = 2_906,
            Stories =
            [
                Story("Ертеңнен бастап жәрдемақы тек жаңа қосымша арқылы беріледі", "kk", 11, 4, 12),
                Story("Шетелде контракт бойынша жұмыс бар, айына 1 900 000 теңге", "kk", 9, 6, 18),
                Story("Вложите 50 000 и через неделю заберите 200 000 тенге", "ru", 8, 3, 9),
            ],
            Rules = rules,
            PostsWithFinding = rules.Where(r => !r.Shadow).Sum(r => r.Count),
            Refused =
            [
                new ScanRefusal("private-chat", "3 private chats were refused unread.", 3),
                new ScanRefusal("not-json", "result.json ends in the middle of message 774, at byte 1204883; the 773 before it were kept.", 1),
            ],
            RefusedCount = 4,
        };
    }

    public static Channel Channel(string title) => new(ChannelId.From("telegram:1"), title);

    public static ScannedRule Rule(string name, string says, bool shadow, params IReadOnlyList<ScannedFinding> findings) =>
        new(name, says, "war news, court reports, warnings", shadow, findings.Count, findings);

    /// <param name="marked">The text with its evidence written as <c>[slot:words]</c> or <c>[slot:words=restored]</c>.</param>
    public static ScannedFinding Found(string marked, string title = "Работа рядом", string language = "ru", double strength = 1, int copies = 1)
    {
        var (text, evidence) = Read(marked);
        var post = PostId.From("telegram:1/388#0123456789ab");
        var finding = new Finding(
            FindingId.From("f1"), post, ChannelId.From("telegram:1"), StoryId.From(post.Value), "mercenary-recruitment", "00", HarmId.From("mercenary-recruitment"),
            "Pay for fighting abroad", evidence, strength, false, language, Start);
        return new ScannedFinding(finding, Channel(title), 388, Start, text, copies, copies > 2 ? 2 : 1);
    }

    private static (string Text, IReadOnlyList<Evidence> Evidence) Read(string marked)
    {
        var evidence = new List<Evidence>();
        var text = "";
        for (var rest = marked; rest.Length > 0;)
        {
            var at = rest.IndexOf('[', StringComparison.Ordinal);
            if (at < 0)
            {
                text += rest;
                break;
            }

            var end = rest.IndexOf(']', StringComparison.Ordinal);
            var (slot, words) = rest[(at + 1)..end].Split(':', 2) is [var s, var w] ? (s, w) : throw new InvalidOperationException(marked);
            var plain = words.Split('=', 2);
            text += rest[..at];
            evidence.Add(new Evidence(slot, text.Length, plain[0].Length, plain.Length > 1 ? plain[1] : null));
            text += plain[0];
            rest = rest[(end + 1)..];
        }

        return (text, evidence);
    }

    private static ScannedStory Story(string text, string language, int copies, int channels, int day) => new(
        text, language, copies, channels, Channel("Степной инсайдер"), 5120, Start.AddDays(day), Start.AddDays(day).AddHours(copies * 5),
        [.. Enumerable.Range(0, copies).Select(i => Start.AddDays(day).AddHours(i * 5))]);
}
