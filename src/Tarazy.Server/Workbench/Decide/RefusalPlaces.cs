using Tarazy.Records.Outcomes;

namespace Tarazy.Server.Workbench.Decide;

/// <summary>
/// Which part of the decision form a refusal belongs above, told by its code. A code nobody placed stands at the head of the form,
/// where it cannot be missed.
/// </summary>
internal static class RefusalPlaces
{
    public const string Form = "form";

    private static readonly (string Place, string[] Words)[] Places =
    [
        ("measure", ["measure", "rung", "ladder", "channel-wide"]),
        ("test", ["legality", "aim", "necessity", "milder", "context", "harmful", "falsehood", "untrue", "three-part", "proportionality", "test"]),
        ("rabat", ["rabat"]),
        ("clause", ["clause", "legal-basis", "law", "pack", "jurisdiction"]),
        ("reach", ["end-date", "ends", "territory", "addressee", "sealed", "seal"]),
        ("reasons", ["reasons", "reason"]),
    ];

    public static string Of(Refusal refusal)
    {
        var code = $"-{refusal.Code}-";
        foreach (var (place, words) in Places)
        {
            if (words.Any(w => code.Contains($"-{w}-", StringComparison.Ordinal)))
            {
                return place;
            }
        }

        return Form;
    }
}
