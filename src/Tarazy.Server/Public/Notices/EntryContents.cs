using System.Text.Json;
using Tarazy.Publish.Register;
using Tarazy.Records.Canonical;
using Tarazy.Records.Cases;
using Tarazy.Records.Notices;

namespace Tarazy.Server.Public.Notices;

/// <summary>What stands in an open entry (<c>docs/formats/log-entry.md</c>), as far as the page shows it.</summary>
internal static class EntryContents
{
    /// <returns>Null while the entry is sealed, and after an erasure.</returns>
    public static T? Read<T>(RegisteredEntry entry)
        where T : class =>
        entry is { Openness: Openness.Open, Content: { } content } ? JsonSerializer.Deserialize<T>(content, DeskJson.Options) : null;
}

internal sealed record SignedContent(
    string Channel,
    Measure Measure,
    string Reasons,
    string? Clause = null,
    string? Territory = null,
    DateOnly? EndsOn = null,
    ProportionalityAnswers? Answers = null,
    LetterContent? Letter = null,
    RuleAsItStood? Rule = null);

internal sealed record LetterContent(string Language, string Subject, string Body);

internal sealed record AnswerContent(AnswerOutcome Outcome, string Words);

internal sealed record WordsContent(string Words);

internal sealed record AppealDecisionContent(bool Reversed, string Reasons);

internal sealed record ReasonsContent(string Reasons);
