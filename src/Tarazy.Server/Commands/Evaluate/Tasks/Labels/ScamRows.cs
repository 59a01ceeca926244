using System.Text.RegularExpressions;
using Tarazy.Analysis.Labels;

namespace Tarazy.Server.Commands.Evaluate.Tasks.Labels;

/// <summary>Scam and chat from one set, harmless news from another, as rows to learn from.</summary>
internal static partial class ScamRows
{
    public const string Label = "spam";
    private const string News = "coordination-telegram-news-ru";

    /// <summary>Rows of spam and ham; near-copies of one campaign stay together.</summary>
    public static IEnumerable<LabelRow> Chat(IEnumerable<DataRow> rows) =>
        rows.Where(row => row.Optional("label") is not null)
            .Select(row => new LabelRow(row.Text("text"), row.Optional("label") == Label ? [Label] : [], Group: row.Optional("campaign") ?? row.Id));

    /// <summary>Every so-many-th news post of a folder beside the scam set, with its channel; empty when there is none.</summary>
    public static IReadOnlyList<(LabelRow Row, string Channel)> NewsBeside(string folder, int every)
    {
        var path = Path.Combine(Path.GetFullPath(Path.Combine(folder, "..", News)), "posts.jsonl.gz");
        return File.Exists(path)
            ? [.. DataRows.Read(path).Where((row, i) => i % every == 0 && row.Text("text").Length > 0).Select(row => (new LabelRow(Plain(row.Text("text")), []), row.Text("channel_id")))]
            : [];
    }

    /// <summary>Without the marks of Markdown: an export has none, and a model would take them for a sign of news.</summary>
    public static string Plain(string text) =>
        MarkdownLink().Replace(text, "${words}").Replace("**", string.Empty, StringComparison.Ordinal).Replace("__", string.Empty, StringComparison.Ordinal);

    [GeneratedRegex(@"\[(?<words>[^\]\n]{1,300})\]\([^)\s]{1,500}\)", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex MarkdownLink();
}
