using Tarazy.Policy.Ages;
using Tarazy.TestKit;

namespace Tarazy.Tests.Policy.Ages;

/// <summary>The rules and places that ship.</summary>
internal static class Known
{
    public static AgeRulesLoad Load { get; } = AgeRules.Load(Repository.Path("policies", "ages"));

    public static Jurisdictions Places { get; } = Jurisdictions.Load(Repository.Path("policies", "ages", "jurisdictions.yaml")).Places;

    public static AgeAnswer Ask(string place, string date, ServiceType service, string? name = null, string proofs = "", DateTimeOffset? at = null) =>
        EvaluateAge.Answer(new AgeQuestion(place, DateOnly.Parse(date, System.Globalization.CultureInfo.InvariantCulture), service, name, Proofs(proofs), at), Load.Rules, Places);

    /// <summary><c>16=false 13=true</c>.</summary>
    private static ThresholdProof[] Proofs(string text) =>
    [
        .. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(proof => proof.Split('='))
            .Select(proof => new ThresholdProof(int.Parse(proof[0], System.Globalization.CultureInfo.InvariantCulture), bool.Parse(proof[1]))),
    ];
}
