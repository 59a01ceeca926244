namespace Tarazy.Policy.Ages;

/// <summary>
/// What is asked: where, when, which service, and what is proven about an age. There is no field for a birth date, a name or a document.
/// </summary>
/// <param name="Name">Name of the service; helps where a rule names services.</param>
/// <param name="At">The moment, for curfews and hours; without it they are named and not judged.</param>
/// <param name="Zone">IANA zone, where the jurisdiction has several.</param>
public sealed record AgeQuestion(
    string Jurisdiction,
    DateOnly Date,
    ServiceType Service,
    string? Name = null,
    IReadOnlyList<ThresholdProof>? Proofs = null,
    DateTimeOffset? At = null,
    string? Zone = null);

/// <summary>What one band of one rule says to the question.</summary>
/// <param name="Holds">Whether the band holds at the proven age.</param>
/// <param name="Prove">The threshold whose proof would settle it.</param>
/// <param name="Below">The age the band ends at here; a member state may have set its own.</param>
/// <param name="Hours">Of a curfew or hours, at the moment asked for.</param>
public sealed record AgeLine(AgeRule Rule, AgeBand Band, int? Below, Standing Standing, Coverage Coverage, Holds Holds, int? Prove, HoursNow? Hours)
{
    /// <summary>It binds: the rule counts that day, covers the service, and the age is proven to lie in the band.</summary>
    public bool Binds => Counts && Coverage == Coverage.Covered && Holds == Holds.Yes;

    /// <summary>It may bind: something is unclear or unproven.</summary>
    public bool MayBind => Counts && Coverage is Coverage.Covered or Coverage.Unclear && Holds != Holds.No && !Binds;

    private bool Counts => Standing is Standing.Counts or Standing.CountsInPart;
}

/// <summary>Hours at one moment in one zone.</summary>
/// <param name="Open">Null when a calendar of public holidays would be needed.</param>
public sealed record HoursNow(string Zone, DateTime Local, bool? Open);

/// <param name="Effect">The strictest effect that binds; null when none does.</param>
/// <param name="Possible">The strictest effect that may bind besides, where it is stricter.</param>
/// <param name="Known">False when no rule is known for the place, service and age. That never means that it is allowed.</param>
public sealed record AgeAnswer(AgeQuestion Question, AgeRange Range, bool Known, AgeEffect? Effect, AgeEffect? Possible, IReadOnlyList<AgeLine> Lines);
