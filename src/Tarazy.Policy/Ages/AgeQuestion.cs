namespace Tarazy.Policy.Ages;

/// <summary>
/// What is asked: where, when, which service, and what is proven about an age. There is no field for a birth date, a name or a document.
/// </summary>
/// <param name="Name">Name of the service; helps where a rule names services.</param>
/// <param name="At">The moment, for curfews and hours; without it they are named and not judged. It is on the day of <paramref name="Date"/> there.</param>
/// <param name="Zone">IANA zone, where the jurisdiction has several.</param>
/// <param name="Users">How many users the service has there, where a rule begins at a size.</param>
public sealed record AgeQuestion(
    string Jurisdiction,
    DateOnly Date,
    ServiceType Service,
    string? Name = null,
    IReadOnlyList<ThresholdProof>? Proofs = null,
    DateTimeOffset? At = null,
    string? Zone = null,
    long? Users = null);

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

    /// <summary>The rule is in effect that day, wholly or in part.</summary>
    public bool Counts => Standing is Standing.Counts or Standing.CountsInPart;
}

/// <summary>Hours at one moment in one zone.</summary>
/// <param name="Open">Null when a calendar of public holidays would be needed.</param>
public sealed record HoursNow(string Zone, DateTime Local, bool? Open)
{
    /// <summary>Null for a band without hours.</summary>
    public static HoursNow? Of(AgeBand band, string zone, DateTime local)
    {
        if (band.Hours.Count + band.HoursAllowed.Count == 0)
        {
            return null;
        }

        var closed = band.Hours.Select(span => span.Contains(local)).ToList();
        var open = band.HoursAllowed.Select(span => span.Contains(local)).ToList();
        return new HoursNow(zone, local, IsOpen(closed, open));
    }

    private static bool? IsOpen(List<bool?> closed, List<bool?> open)
    {
        if (closed.Contains(true) || (open.Count > 0 && open.TrueForAll(inside => inside == false)))
        {
            return false;
        }

        return closed.Contains(null) || (open.Count > 0 && !open.Contains(true)) ? null : true;
    }
}

/// <summary>What is known of a place, a service and a day, whatever the age. None of the three means that anything is allowed.</summary>
public enum AgeKnowledge
{
    /// <summary>No rule in effect that day speaks to the service.</summary>
    None,

    /// <summary>Rules are in effect, and all of them leave the service out.</summary>
    LeavesTheServiceOut,

    Known,
}

/// <param name="Knowledge">Whether any rule is known. "None" never means that it is allowed.</param>
/// <param name="Effect">The strictest effect that binds; null when none does.</param>
/// <param name="Possible">The strictest effect that may bind besides, where it is stricter.</param>
public sealed record AgeAnswer(AgeQuestion Question, AgeRange Range, AgeKnowledge Knowledge, AgeEffect? Effect, AgeEffect? Possible, IReadOnlyList<AgeLine> Lines)
{
    public bool Known => Knowledge == AgeKnowledge.Known;
}
