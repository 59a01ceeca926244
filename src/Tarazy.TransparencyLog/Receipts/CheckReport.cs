namespace Tarazy.TransparencyLog.Receipts;

/// <summary>What a check came to.</summary>
public enum Verdict
{
    /// <summary>Everything holds, under a key that was given from outside.</summary>
    Verified,

    /// <summary>Everything holds, but the key was taken from what was checked: who signed is not known.</summary>
    SignerUnknown,

    /// <summary>Something does not hold.</summary>
    Failed,
}

/// <summary>One thing that was looked at.</summary>
/// <param name="Code">Stable: <c>signature</c>, <c>key-not-pinned</c>, <c>inclusion</c>, <c>commitment</c>, <c>not-opened</c>, <c>entries</c>.</param>
/// <param name="Says">The outcome as a sentence.</param>
public sealed record CheckStep(string Code, bool Ok, string Says, long? Entry = null);

/// <summary>The steps of a check in order, and what they come to.</summary>
public sealed record CheckReport(IReadOnlyList<CheckStep> Steps, bool Pinned)
{
    public Verdict Verdict => Steps.Any(s => !s.Ok) ? Verdict.Failed : Pinned ? Verdict.Verified : Verdict.SignerUnknown;
}
