using System.Text.RegularExpressions;

namespace Tarazy.Publish.Entries;

/// <summary>Words as the public may read them: without the one-time appeal link, which is for the channel alone, and without aliases.</summary>
public static partial class PublicWords
{
    public const string AppealLink = "[appeal link, for the channel alone]";
    public const string Reviewer = "[reviewer]";

    public static string Of(string words, IReadOnlyList<string> aliases)
    {
        var shown = Link().Replace(words, AppealLink);
        foreach (var alias in aliases.Where(a => a.Length > 1).Distinct(StringComparer.Ordinal))
        {
            shown = Regex.Replace(
                shown, $@"(?<![\w-]){Regex.Escape(alias)}(?![\w-])", Reviewer, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
        }

        return shown;
    }

    /// <summary>Any address with <c>/appeal/</c> in it, or the bare path. A link that is cut too early would still be a key.</summary>
    [GeneratedRegex(@"\S*/appeal/\S+", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Link();
}
