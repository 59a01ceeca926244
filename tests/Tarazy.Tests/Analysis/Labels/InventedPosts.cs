using Tarazy.Analysis.Labels;

namespace Tarazy.Tests.Analysis.Labels;

/// <summary>An invented set of posts, half of which sell something forbidden.</summary>
internal static class InventedPosts
{
    private static readonly string[] Selling = ["продам", "куплю", "закладки", "доставка", "оплата", "пишите"];
    private static readonly string[] Plain = ["погода", "школа", "автобус", "концерт", "выставка", "открылась"];
    private static readonly string[] Filler = ["сегодня", "в городе", "завтра", "утром", "очень", "снова", "у нас", "много", "быстро", "рядом"];

    public static LabelRow[] Rows(int count)
    {
        var random = new Random(5);
        string Pick(string[] from) => from[random.Next(from.Length)];
        return
        [
            .. Enumerable.Range(0, count).Select(i =>
            {
                var sells = i % 2 == 0;
                var words = Enumerable.Range(0, 6).Select(k => k % 3 == 0 ? Pick(sells ? Selling : Plain) : Pick(Filler));
                return new LabelRow($"{string.Join(' ', words)} {i}", sells ? ["sells"] : ["plain"]);
            }),
        ];
    }
}
