using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Tarazy.Ingest.Telegram.Preview;

/// <summary>What a message carries beside its words, told by the class names of the page.</summary>
internal static partial class PreviewMedia
{
    public static PreviewKind Kind(IElement message) => message switch
    {
        _ when Has(message, ".tgme_widget_message_poll") => PreviewKind.Poll,
        _ when Has(message, ".tgme_widget_message_location_wrap") => PreviewKind.Location,
        _ when Has(message, ".tgme_widget_message_sticker_wrap") => PreviewKind.Sticker,
        _ when Has(message, ".tgme_widget_message_roundvideo_player") => PreviewKind.RoundVideo,
        _ when Has(message, ".tgme_widget_message_voice_player, .tgme_widget_message_voice") => PreviewKind.Voice,
        _ when Has(message, ".tgme_widget_message_document_icon.audio") => PreviewKind.Audio,
        _ when Has(message, ".tgme_widget_message_document, .tgme_widget_message_document_wrap") => PreviewKind.Document,
        _ when Has(message, "a.tgme_widget_message_photo_wrap") => PreviewKind.Photo,
        _ when Has(message, "a.tgme_widget_message_video_player") => PreviewKind.Video,
        _ when Has(message, ".tgme_widget_message_text.js-message_text") => PreviewKind.Text,
        _ => PreviewKind.Unsupported,
    };

    public static IReadOnlyList<long> Album(IElement message) =>
    [
        .. message.QuerySelectorAll(".grouped_media_wrap[href]")
            .Select(a => SingleNumber().Match(a.GetAttribute("href")!).Groups["id"].Value)
            .Where(id => id.Length > 0)
            .Select(id => long.Parse(id, CultureInfo.InvariantCulture))
            .Distinct(),
    ];

    public static int Reactions(IElement message)
    {
        var sum = message.QuerySelectorAll(".tgme_widget_message_reactions .tgme_reaction").Sum(Reaction);
        return (int)Math.Min(sum, int.MaxValue);
    }

    public static IReadOnlyList<PreviewFile> Files(IElement message, IElement? text, bool isService)
    {
        var files = new List<PreviewFile>();
        if (isService)
        {
            Add("photo", message.QuerySelector("a.tgme_widget_message_service_photo img")?.GetAttribute("src"));
            return files;
        }

        Add("photo", Background(text?.QuerySelector("i.emoji")));
        Add("photo", message.QuerySelector("i.tgme_widget_message_sticker")?.GetAttribute("data-webp"));
        AddAll("audio", message.QuerySelectorAll("audio[src]").Select(a => a.GetAttribute("src")));
        AddAll("photo", message.QuerySelectorAll("a.tgme_widget_message_photo_wrap").Select(Background));
        AddAll("round-video", message.QuerySelectorAll("video.tgme_widget_message_roundvideo").Select(v => v.GetAttribute("src")));
        AddAll("video", message.QuerySelectorAll(".tgme_widget_message_video_wrap video.tgme_widget_message_video").Select(v => v.GetAttribute("src")));
        AddAll("thumbnail-video", message.QuerySelectorAll("i.tgme_widget_message_video_thumb").Select(Background));
        AddAll("thumbnail-roundvideo", message.QuerySelectorAll("i.tgme_widget_message_roundvideo_thumb").Select(Background));
        return files;

        void AddAll(string role, IEnumerable<string?> urls)
        {
            foreach (var url in urls)
            {
                Add(role, url);
            }
        }

        void Add(string role, string? url)
        {
            if (url is { Length: > 0 })
            {
                files.Add(new PreviewFile(role, url.StartsWith("//", StringComparison.Ordinal) ? "https:" + url : url));
            }
        }
    }

    /// <summary>The address in <c>style="background-image:url('…')"</c>.</summary>
    public static string? Background(IElement? element)
    {
        var match = BackgroundUrl().Match(element?.GetAttribute("style") ?? "");
        return match.Success ? match.Groups["url"].Value : null;
    }

    /// <summary>The count is the text behind the emoji; a reaction without one was given once.</summary>
    private static long Reaction(IElement reaction) =>
        PreviewNumbers.Count(string.Concat(reaction.ChildNodes.OfType<IText>().Select(t => t.Data)).Trim()) ?? 1;

    private static bool Has(IElement message, string selector) => message.QuerySelector(selector) is not null;

    [GeneratedRegex(@"/(?<id>\d{1,18})\?single", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SingleNumber();

    [GeneratedRegex(@"background-image:\s*url\('(?<url>[^']*)'\)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex BackgroundUrl();
}
