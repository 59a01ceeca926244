namespace Tarazy.Policy.Law;

/// <summary>Where a line of a pack comes from and how far it may be trusted.</summary>
/// <param name="Source">Address or name of what was read; or who set the value, when a desk did.</param>
/// <param name="Note">What a person should know before relying on the line.</param>
public sealed record Provenance(string Source, Confidence Confidence, Verified Verified, string? Note = null);

public enum Confidence
{
    Low,
    Medium,
    High,
}

/// <summary>What was done to check a line. <see cref="Believed"/> means that no text was read.</summary>
public enum Verified
{
    Believed,
    Partly,
    Read,
}
