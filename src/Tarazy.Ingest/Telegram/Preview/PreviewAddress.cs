using System.Text.RegularExpressions;

namespace Tarazy.Ingest.Telegram.Preview;

/// <summary>Recognises <c>https://t.me/s/NAME</c> and its short forms.</summary>
internal static partial class PreviewAddress
{
    /// <returns>The handle, or null when it is something else.</returns>
    public static string? Handle(string text)
    {
        var match = Shape().Match(text);
        return match.Success ? match.Groups["handle"].Value : null;
    }

    [GeneratedRegex(
        @"^(?:https?://)?(?:t|telegram)\.me/(?:s/)?(?<handle>[A-Za-z][A-Za-z0-9_]{3,31})/?$",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Shape();
}
