using System.Globalization;
using System.Text;
using Tarazy.Ingest.Telegram.Preview;

namespace Tarazy.Tests.Ingest.Telegram.Preview;

/// <summary>Invented pages in the shape of t.me/s.</summary>
internal static class PreviewPages
{
    public const string StartOfChannel =
        """<html><body><section class="tgme_channel_history js-message_history"><div class="tme_no_messages_found">No posts found</div></section></body></html>""";

    public static string Page(long? before, params string[] messages) => $"""
        <!DOCTYPE html><html><head>{(before is null ? "" : $"<link rel=\"prev\" href=\"/s/dala_news?before={before}\">")}<meta property="og:title" content="Дала"></head><body>
        <div class="tgme_channel_info_header_title"><span dir="auto">Дала жаңалықтары</span></div>
        <div class="tgme_channel_info_header_username"><a href="https://t.me/dala_news">@dala_news</a></div>
        <div class="tgme_channel_info_counter"><span class="counter_value">12.5K</span> <span class="counter_type">subscribers</span></div>
        <section class="tgme_channel_history js-message_history">{string.Join('\n', messages)}</section></body></html>
        """;

    public static string Message(long id, string inside, string? dataView = null) => string.Create(CultureInfo.InvariantCulture, $"""
        <div class="tgme_widget_message_wrap"><div class="tgme_widget_message" data-post="dala_news/{id}" data-view="{dataView}">
        {inside}<span class="tgme_widget_message_views">1.2K</span><span class="tgme_widget_message_meta"><a class="tgme_widget_message_date" href="https://t.me/dala_news/{id}"><time datetime="2026-01-02T03:04:05+05:00"></time></a></span>
        </div></div>
        """);

    public static string Words(long id, string text) => Message(id, $"<div class=\"tgme_widget_message_text js-message_text\">{text}</div>");

    public static async Task<PreviewPage> ParseAsync(string html)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(html));
        return await new PreviewParser(new PreviewOptions()).ParseAsync(stream, TestContext.Current.CancellationToken);
    }
}
