using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Tarazy.Ingest.Telegram.Preview;

/// <summary>Reads a page of <c>t.me/s/NAME</c>, fetched or saved. There is no contract for these pages: the class names are what was seen.</summary>
internal sealed partial class PreviewParser(PreviewOptions options)
{
    private readonly HtmlParser _parser = new();

    public async Task<PreviewPage> ParseAsync(Stream html, CancellationToken cancel)
    {
        using var document = await _parser.ParseDocumentAsync(html, cancel);
        return Read(document);
    }

    private PreviewPage Read(IHtmlDocument page)
    {
        var messages = new List<PreviewMessage>();
        var unreadable = 0;
        foreach (var element in page.QuerySelectorAll(".tgme_widget_message[data-post]").Take(options.MostMessages))
        {
            if (ReadMessage(element) is { } message)
            {
                messages.Add(message);
            }
            else
            {
                unreadable++;
            }
        }

        var before = LongOf(page.QuerySelector("a.tme_messages_more[data-before]")?.GetAttribute("data-before"))
            ?? LongOf(BeforeInLink().Match(page.QuerySelector("link[rel=prev]")?.GetAttribute("href") ?? "").Groups["id"].Value);
        var isStart = page.QuerySelector(".tgme_channel_history .tme_no_messages_found, .tme_no_messages_found") is not null
            && page.QuerySelector("section.tgme_channel_history") is not null;
        return new PreviewPage(
            page.QuerySelector(".tgme_channel_info_header_username a")?.TextContent.Trim().TrimStart('@') is { Length: > 0 } handle ? handle : null,
            Words(page.QuerySelector(".tgme_channel_info_header_title")) ?? page.QuerySelector("meta[property='og:title']")?.GetAttribute("content"),
            Subscribers(page),
            messages,
            before,
            isStart,
            unreadable);
    }

    private PreviewMessage? ReadMessage(IElement message)
    {
        var address = PostAddress().Match(message.GetAttribute("data-post") ?? "");
        var time = message.QuerySelector("a.tgme_widget_message_date time[datetime]")?.GetAttribute("datetime");
        if (!address.Success
            || LongOf(address.Groups["id"].Value) is not { } id
            || !DateTimeOffset.TryParse(time, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var postedAt))
        {
            return null;
        }

        var isService = message.ClassList.Contains("service_message");
        var text = TextElement(message);
        var files = PreviewMedia.Files(message, text, isService);
        var forward = message.QuerySelector("a.tgme_widget_message_forwarded_from_name[href]");
        return new PreviewMessage
        {
            Handle = address.Groups["handle"].Value,
            ChannelNumber = PreviewNumbers.Channel(message.GetAttribute("data-view")),
            Id = id,
            Album = PreviewMedia.Album(message),
            PostedAt = postedAt.ToUniversalTime(),
            Kind = isService ? PreviewKind.Service : PreviewMedia.Kind(message),
            Edited = Edited().IsMatch(OwnText(message.QuerySelector(".tgme_widget_message_meta"))),
            Text = Words(text),
            Links = isService ? [] : Links(message, text),
            Hashtags = Hashtags(text),
            Files = files,
            Views = isService ? null : PreviewNumbers.Count(message.QuerySelector(".tgme_widget_message_views")?.TextContent),
            Reactions = PreviewMedia.Reactions(message),
            ReplyTo = LongOf(LastNumber().Match(message.QuerySelector("a.tgme_widget_message_reply")?.GetAttribute("href") ?? "").Value),
            Signature = Words(message.QuerySelector(".tgme_widget_message_from_author")),
            ForwardedFrom = Words(forward),
            ForwardedFromUrl = forward?.GetAttribute("href"),
            Card = Card(message.QuerySelector("a.tgme_widget_message_link_preview")),
        };
    }

    /// <summary>The words stand in a block that may be nested in its twin; the words of a quoted message are another's.</summary>
    private static IElement? TextElement(IElement message)
    {
        var text = message.QuerySelectorAll(".tgme_widget_message_text.js-message_text").FirstOrDefault(t => t.Closest(".tgme_widget_message_reply") is null);
        while (text?.QuerySelector(".tgme_widget_message_text.js-message_text") is { } inner)
        {
            text = inner;
        }

        return text;
    }

    private string? Words(IElement? element) =>
        element is not null && PreviewText.Of(element, options.MostDepth) is { Length: > 0 } words ? words : null;

    private static List<string> Links(IElement message, IElement? text)
    {
        var links = new List<string>();
        var anchors = (text?.QuerySelectorAll("a[href]") ?? Enumerable.Empty<IElement>())
            .Concat(message.QuerySelectorAll("a.tgme_widget_message_inline_button[href], a.tgme_widget_message_location_wrap[href]"));
        foreach (var href in anchors.Select(a => a.GetAttribute("href")!))
        {
            // "?q=%23tag" is a search inside the channel. tg://user?id= is a person's number.
            if (!href.StartsWith('?') && !href.StartsWith("tg://user", StringComparison.OrdinalIgnoreCase) && !links.Contains(href))
            {
                links.Add(href);
            }
        }

        return links;
    }

    private static List<string> Hashtags(IElement? text) =>
        [.. text?.QuerySelectorAll("a[href^='?q=']").Select(a => a.TextContent.Trim()).Where(t => t.StartsWith('#')) ?? []];

    private PreviewCard? Card(IElement? card) => card is null
        ? null
        : new PreviewCard(
            card.GetAttribute("href"),
            PreviewMedia.Background(card.QuerySelector("i[class*='link_preview_']")),
            Words(card.QuerySelector(".link_preview_site_name")),
            Words(card.QuerySelector(".link_preview_title")),
            Words(card.QuerySelector(".link_preview_description")));

    private static int? Subscribers(IHtmlDocument page)
    {
        var counter = page.QuerySelectorAll(".tgme_channel_info_counter")
            .FirstOrDefault(c => c.QuerySelector(".counter_type")?.TextContent.StartsWith("subscriber", StringComparison.Ordinal) == true);
        return PreviewNumbers.Count(counter?.QuerySelector(".counter_value")?.TextContent) is { } count and <= int.MaxValue ? (int)count : null;
    }

    private static string OwnText(IElement? element) =>
        element is null ? "" : string.Concat(element.ChildNodes.OfType<IText>().Select(t => t.Data));

    private static long? LongOf(string? text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    [GeneratedRegex(@"^(?<handle>[A-Za-z]\w{2,31})/(?<id>\d{1,18})$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PostAddress();

    [GeneratedRegex(@"[?&]before=(?<id>\d{1,18})", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex BeforeInLink();

    [GeneratedRegex(@"\d{1,18}(?=(?:\?[^/]*)?$)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LastNumber();

    [GeneratedRegex(@"\bedited\b", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Edited();
}
