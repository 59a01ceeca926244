using System.Globalization;
using Tarazy.Ingest.Sources;

namespace Tarazy.Ingest.Telegram.Preview;

/// <summary>Puts a parsed page in the words of the one reading API.</summary>
internal static class PreviewItems
{
    public static IEnumerable<IngestItem> Of(PreviewPage page, string source, DateTimeOffset seenAt)
    {
        if (page.ToChannel() is not { } channel)
        {
            yield return Refused("not-a-preview", $"{source} is no page of a public channel's preview. Nothing of it was kept.", source, 1);
            yield break;
        }

        yield return new IngestItem.ChannelSeen(channel);
        var service = 0;
        foreach (var message in page.Messages)
        {
            // Every message of a page belongs to its channel, also one whose own number could not be read.
            if (PreviewPosts.Make(message, channel.Id, seenAt) is { } post)
            {
                yield return new IngestItem.PostSeen(post);
            }
            else
            {
                service++;
            }
        }

        if (service > 0)
        {
            yield return Refused("service-message", Sentence($"{service} service messages of {source} were passed over: they carry no post."), source, service);
        }

        if (page.Unreadable > 0)
        {
            yield return Refused(
                "bad-message", Sentence($"{page.Unreadable} messages of {source} have no readable date or address; the others were kept."), source, page.Unreadable);
        }
    }

    public static IngestItem.Refused Refused(string code, string says, string source, int count = 1) =>
        new(new IngestRefusal(code, says) { Source = source, Count = count });

    private static string Sentence(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
