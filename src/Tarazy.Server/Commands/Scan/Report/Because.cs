using System.Globalization;
using Tarazy.Records.Findings;

namespace Tarazy.Server.Commands.Scan.Report;

/// <summary>The sentence under a finding: which words stand for what.</summary>
internal static class Because
{
    /// <summary>E.g. <c>Offer (1), place (2, 3) and pay (4) in one post.</c></summary>
    public static string Says(IReadOnlyList<Evidence> evidence)
    {
        var slots = evidence
            .Select((e, i) => (e.Slot, Number: i + 1))
            .GroupBy(e => e.Slot)
            .Select(g => $"{Words(g.Key)} ({string.Join(", ", g.Select(e => e.Number.ToString(CultureInfo.InvariantCulture)))})")
            .ToList();
        var listed = slots.Count < 2 ? string.Concat(slots) : $"{string.Join(", ", slots[..^1])} and {slots[^1]}";
        return listed.Length == 0 ? "" : char.ToUpperInvariant(listed[0]) + listed[1..] + ".";
    }

    /// <summary>Says how far the post was copied; nothing when it was not.</summary>
    public static string Copied(ScannedFinding found) => found.Copies switch
    {
        <= 1 => "",
        2 => " One more copy.",
        _ when found.CopyChannels > 1 => string.Create(
            CultureInfo.InvariantCulture, $" {found.Copies - 1:N0} more copies, {found.CopyChannels:N0} channels in all."),
        _ => string.Create(CultureInfo.InvariantCulture, $" {found.Copies - 1:N0} more copies in the same channel."),
    };

    private static string Words(string slot) => slot.Replace('_', ' ').Replace('-', ' ').TrimStart('$');
}
