using Tarazy.Detect.Labels.Sentiment;
using Tarazy.Records.Posts;
using Tarazy.Server.Workbench.Cases;
using Tarazy.Server.Workbench.Channels;

namespace Tarazy.Tests.Server.Web.Invented;

/// <summary>An invented channel with a line of sentiment, and all that can be wrong with one.</summary>
internal static class InventedChannel
{
    private static readonly MeasuredClass Good = new(538, 322, 1_535, 215);

    private static readonly MeasuredClass Weak = new(538, 322, 1_535, 900);

    public static ChannelPageView In(string? state) => state switch
    {
        "none" => new ChannelPageView(Channel(0), []),
        "few" => new ChannelPageView(Channel(3), [Line("ru", Good, Good, SentimentStep.Week, [3, 19])]),
        "weak" => new ChannelPageView(Channel(3), [Line("ru", Good, Weak, SentimentStep.Day, [25, 40]), Line("kk", Weak, Weak, SentimentStep.Day, [25, 40])]),
        _ => new ChannelPageView(Channel(3), [Line("kk", Good, Good, SentimentStep.Week, []), Line("ru", Good, Good, SentimentStep.Week, [40, 60, 12, 44, 0, 80, 90, 31]) with { Earlier = 214 }], Most: 5_000),
    };

    private static ChannelView Channel(int findings) => new(
        new Channel(ChannelId.From("telegram:9100000004"), "Степной инсайдер", "invented_steppe_insider", 12_400), "ru", 5_300, PagesHost.Now.AddDays(-300), findings, findings > 0 ? 2 : 0, findings > 0 ? 1 : 0);

    private static SentimentLine Line(string language, MeasuredClass negative, MeasuredClass positive, SentimentStep step, int[] posts)
    {
        var card = new SentimentCard(language, "9c9450e2697f", new DateOnly(2026, 11, 2), [new SentimentSource("invented-remarks", "made up", "Apache-2.0", 2_600)], 2_000, negative, positive);
        return new SentimentLine(card, step, posts.Sum(), [.. posts.Select((count, i) => new SentimentBucket(
            new DateOnly(2026, 9, 28).AddDays(i * (step == SentimentStep.Week ? 7 : 1)), count, Share(count, 3 + i, negative), Share(count, 9, positive)))]);
    }

    private static CorrectedShare? Share(int posts, int ofTen, MeasuredClass measured) =>
        posts < SentimentBucket.FewestPosts || !measured.CanCorrect ? null : CorrectedShare.Of(posts * Math.Min(ofTen, 10) / 10, posts, measured);
}
