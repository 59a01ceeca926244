using Tarazy.Records.Outcomes;

namespace Tarazy.Server.Workbench.Decide;

/// <summary>
/// Which part of the decision form a refusal belongs above, by its code. A code nobody placed stands at the head of the form,
/// where it cannot be missed.
/// </summary>
internal static class RefusalPlaces
{
    public const string Form = "form";

    private static readonly Dictionary<string, string> Places = Table(
        ("measure", ["no-such-rung", "no-measure-chosen", "measure-not-named", "only-false", "too-few-upheld-notices"]),
        ("clause", ["no-clause", "pack-missing", "clause-unknown", "clause-not-in-force", "harm-unknown", "harm-not-covered"]),
        ("test", ["no-three-part-test", "answer-empty", "answers-repeat", "no-aim", "context-not-weighed"]),
        ("rabat", ["no-rabat", "rabat-unanswered", "rabat-too-low", "rabat-not-met"]),
        ("reasons", ["no-reasons", "no-channel-reasons", "second-reading-without-reasons"]),
        ("reach", [
            "no-end-date", "end-date-past", "end-date-too-far", "no-addressee", "addressee-unknown", "addressee-not-in-service",
            "addressee-not-for-desk", "addressee-address-unknown", "addressee-not-for-measure", "no-territory", "territory-outside-pack",
            "seal-without-reason", "seal-past", "seal-too-long", "seal-not-checkable",
        ]));

    public static string Of(Refusal refusal) => Places.GetValueOrDefault(refusal.Code, Form);

    private static Dictionary<string, string> Table(params ReadOnlySpan<(string Place, string[] Codes)> rows)
    {
        var table = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (place, codes) in rows)
        {
            foreach (var code in codes)
            {
                table.Add(code, place);
            }
        }

        return table;
    }
}
