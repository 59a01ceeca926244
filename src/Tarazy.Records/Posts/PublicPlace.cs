using System.Globalization;

namespace Tarazy.Records.Posts;

/// <summary>A public address: of one post, or of one channel.</summary>
/// <param name="Address">As it is written everywhere: https, no query, no fragment.</param>
public sealed record PublicPlace(string Address, bool IsChannel)
{
    private const int Longest = 500;
    private const int ShortestHandle = 4;
    private const int LongestHandle = 32;

    /// <returns>Null for what is not plainly public, such as an invitation, and for what names no post and no channel, such as a whole site.</returns>
    public static PublicPlace? Parse(string? text)
    {
        if (text is not { Length: > 0 and <= Longest } || !Uri.TryCreate(text.Trim(), UriKind.Absolute, out var url)
            || url.Scheme != Uri.UriSchemeHttps || url.UserInfo.Length > 0 || !url.IsDefaultPort)
        {
            return null;
        }

        var parts = url.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return url.Host is "t.me" or "telegram.me" ? Telegram(parts) : Elsewhere(url, parts);
    }

    private static PublicPlace? Telegram(string[] parts) => parts switch
    {
        ["s", .. var shown] => Telegram(shown),
        [var handle] when IsHandle(handle) => new($"https://t.me/{handle}", IsChannel: true),
        [var handle, var message] when IsHandle(handle) && Number(message) is { } number => new(
            string.Create(CultureInfo.InvariantCulture, $"https://t.me/{handle}/{number}"), IsChannel: false),
        _ => null,
    };

    // Of a page elsewhere only its own address is known; the bare host would be the whole site.
    private static PublicPlace? Elsewhere(Uri url, string[] parts) =>
        parts.Length > 0 && url.Host.Contains('.', StringComparison.Ordinal) ? new(url.GetLeftPart(UriPartial.Query), IsChannel: false) : null;

    private static long? Number(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;

    private static bool IsHandle(string text) =>
        text.Length is >= ShortestHandle and <= LongestHandle && text != "joinchat" && char.IsAsciiLetter(text[0]) && text.All(c => char.IsAsciiLetterOrDigit(c) || c == '_');
}
