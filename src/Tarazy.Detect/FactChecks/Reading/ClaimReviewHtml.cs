using System.Text;
using AngleSharp.Html.Parser;

namespace Tarazy.Detect.FactChecks.Reading;

/// <summary>ClaimReview inside a saved page: its scripts of type <c>application/ld+json</c>. Nothing of the page is run.</summary>
internal static class ClaimReviewHtml
{
    public static IEnumerable<FactCheckItem> Read(byte[] html, string file)
    {
        using var stream = new MemoryStream(html);
        using var page = new HtmlParser(new HtmlParserOptions { IsKeepingSourceReferences = true }).ParseDocument(stream);
        var items = new List<FactCheckItem>();
        foreach (var script in page.QuerySelectorAll("script"))
        {
            var type = script.GetAttribute("type") ?? "";
            if (type.Split(';')[0].Trim().Equals("application/ld+json", StringComparison.OrdinalIgnoreCase))
            {
                items.AddRange(ClaimReviewJson.Read(Encoding.UTF8.GetBytes(script.TextContent), file, script.SourceReference?.Position.Line ?? 1));
            }
        }

        return items.Count > 0 ? items : [new FactCheckItem.Refused(file, 0, "the page has no ClaimReview")];
    }
}
