using Tarazy.Records.Findings;

namespace Tarazy.Detect.Labels.Drawing;

/// <summary>The names under which drawn posts stand among findings.</summary>
public static class DrawNames
{
    /// <summary>The harm of a random post: none is claimed.</summary>
    public const string Audit = "random-look";

    /// <summary>The rule of a finding that says only that the post was drawn at random.</summary>
    public const string AuditRule = "audit-sample";

    private const string RankedPrefix = "ranked:";
    private const string UnsurePrefix = "unsure:";

    public static string Ranked(string label) => RankedPrefix + label;

    public static string Unsure(string label) => UnsurePrefix + label;

    /// <summary>The label behind a name that <see cref="Ranked"/> or <see cref="Unsure"/> made.</summary>
    public static HarmId LabelOf(string rule) => HarmId.From(rule[(rule.IndexOf(':', StringComparison.Ordinal) + 1)..]);

    /// <summary>How a finding's post was drawn; null when a rule found it.</summary>
    public static Sampling? Of(string rule) => rule == AuditRule ? Sampling.Audit
        : rule.StartsWith(RankedPrefix, StringComparison.Ordinal) ? Sampling.Ranked
        : rule.StartsWith(UnsurePrefix, StringComparison.Ordinal) ? Sampling.Uncertain
        : null;
}
