using Tarazy.Records.Findings;

namespace Tarazy.Records.Cases;

/// <summary>What one person decided on a case, with everything that has to be said for it.</summary>
/// <param name="Clause">The clause of law it rests on; none for the rungs up to <see cref="Measure.Label"/>.</param>
/// <param name="Reasons">As the channel will read them.</param>
/// <param name="Answers">The three-part test; owed above <see cref="Measure.Label"/>.</param>
/// <param name="Rabat">The six factors; owed when the harm is incitement.</param>
/// <param name="EndsOn">Every measure ends.</param>
/// <param name="SealedUntil">Set when publicity would hurt a victim: the day on which the entry opens.</param>
/// <param name="Territory">ISO 3166-1 code, for a measure that holds in one country.</param>
/// <param name="Addressee">Id of the addressee in the pack.</param>
/// <param name="ChannelReasons">Why one post is not enough; owed by <see cref="Measure.RestrictChannel"/> beside <paramref name="Reasons"/>.</param>
/// <param name="Rule">Set by the desk when it checks the decision, never by a form; null up to <see cref="Measure.Label"/> and before November 2026.</param>
/// <param name="SealReason">Whom publicity would hurt and how; owed with <paramref name="SealedUntil"/>, and never a name.</param>
public sealed record Decision(
    Measure Measure,
    HarmId Harm,
    string Reasons,
    ClauseRef? Clause = null,
    ProportionalityAnswers? Answers = null,
    RabatAnswers? Rabat = null,
    DateOnly? EndsOn = null,
    DateOnly? SealedUntil = null,
    string? Territory = null,
    string? Addressee = null,
    string? ChannelReasons = null,
    string? SealReason = null,
    RuleAsItStood? Rule = null);

/// <summary>The clause as it stood when it was decided, so that a decision can be read and checked without the pack of today.</summary>
/// <param name="PackVersion">The version of the pack that was asked.</param>
/// <param name="On">The day on which it was asked, where the law holds.</param>
/// <param name="Text">The reference as a court would write it.</param>
/// <param name="Digest">SHA-256 over what the line says: reference, harms, measures.</param>
public sealed record RuleAsItStood(string PackVersion, DateOnly On, string Text, string Digest);

/// <summary>A clause in the pack of one jurisdiction, e.g. <c>kz</c> / <c>crim-170</c>.</summary>
public readonly record struct ClauseRef(string Jurisdiction, string Clause)
{
    public override string ToString() => $"{Jurisdiction}/{Clause}";

    /// <summary>Reads <c>kz/crim-170</c>; null when the text has no single slash with words on both sides.</summary>
    public static ClauseRef? Parse(string? text) =>
        text?.Split('/') is [{ Length: > 0 } jurisdiction, { Length: > 0 } clause] ? new(jurisdiction, clause) : null;
}
