using Tarazy.Records.Cases;
using Tarazy.Records.Findings;

namespace Tarazy.Policy.Law;

/// <summary>One clause of law that a decision may rest on.</summary>
/// <param name="Text">The reference as a court would write it.</param>
/// <param name="Measures">What may be asked for under it, as this desk reads the clause.</param>
public sealed record Clause(
    ClauseRef Ref,
    LocalText Title,
    string Text,
    InForce InForce,
    IReadOnlyList<HarmId> Harms,
    IReadOnlyList<Measure> Measures,
    Provenance Provenance)
{
    public bool Covers(HarmId harm) => Harms.Contains(harm);

    public bool Names(Measure measure) => Measures.Contains(measure);
}

/// <summary>A kind of harm, by the id that the watch rules use.</summary>
/// <param name="Incitement">True where the six factors of the Rabat Plan of Action are owed.</param>
public sealed record Harm(HarmId Id, LocalText Name, bool Incitement);
