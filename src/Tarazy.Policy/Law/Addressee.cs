using Tarazy.Records.Cases;

namespace Tarazy.Policy.Law;

/// <summary>Somebody a notice can be sent to: who, by which road, since when, and which desks may use it.</summary>
/// <param name="Entity">The legal entity; null when it is not known.</param>
/// <param name="Address">Mailbox or address of a form, with places in braces; null when it is not known, and then nothing can be sent.</param>
/// <param name="Form">Id of the notice form that this addressee takes.</param>
public sealed record Addressee(
    string Id,
    LocalText Name,
    string? Entity,
    Route Route,
    string? Address,
    string Form,
    IReadOnlyList<DeskRole> MayUse,
    IReadOnlyList<Measure> Measures,
    InForce InService,
    Provenance Provenance)
{
    /// <summary>Whether a desk of this standing in this jurisdiction may write here.</summary>
    public bool Takes(string jurisdiction, IReadOnlyList<DeskStanding> standing) =>
        MayUse.Contains(DeskRole.Anyone) || standing.Any(s => s.Jurisdiction == jurisdiction && MayUse.Contains(s.Role));
}

/// <summary>How a letter travels.</summary>
public enum Route
{
    /// <summary>A person copies it into a form or a message and records the proof.</summary>
    Form,
    Email,
}

/// <summary>What a desk is, where the law of one jurisdiction asks.</summary>
public enum DeskRole
{
    Anyone,
    Resident,
    User,
    Authority,
    TrustedFlagger,
    RightHolder,
    AccountHolder,
}

/// <summary>A role that holds in one jurisdiction: an authority of one country is nobody in another.</summary>
public sealed record DeskStanding(string Jurisdiction, DeskRole Role);
