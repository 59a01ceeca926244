using System.Globalization;

namespace Tarazy.Server.Workbench.Desk;

/// <summary>A link to a public post as people paste it.</summary>
internal sealed record PostLink(string Handle, long Message)
{
    /// <summary>Reads <c>https://t.me/handle/123</c>, with <c>/s/</c> or without a scheme; null for anything else.</summary>
    public static PostLink? Parse(string text)
    {
        var rest = text;
        foreach (var prefix in new[] { "https://", "http://", "t.me/", "telegram.me/", "s/" })
        {
            rest = rest.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) ? rest[prefix.Length..] : rest;
        }

        var parts = rest.Split('?')[0].Split('/', StringSplitOptions.RemoveEmptyEntries);
        return rest.Length < text.Length && parts is [{ Length: >= 4 and <= 64 } handle, var number]
            && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var message)
                ? new PostLink(handle, message)
                : null;
    }
}
