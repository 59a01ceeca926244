using Tarazy.Records.Cases;
using Tarazy.Records.Notices;

namespace Tarazy.Publish.Register;

/// <summary>
/// What lists and figures show of one notice; written in the transaction of its entries. Before it is signed the row only keeps
/// the draft, and nothing public reads it.
/// </summary>
internal sealed class RegisterRow
{
    public required string Notice { get; init; }

    public required string Number { get; init; }

    /// <summary>The drafted event as JSON; needed until the notice is signed, and gone from then on.</summary>
    public string? Draft { get; set; }

    /// <summary>Aliases, only to tell the roles of later actors. Never shown.</summary>
    public required string Decider { get; init; }

    public required string SecondReader { get; init; }

    public DateOnly? SealedUntil { get; init; }

    /// <summary>Index of the entry of its signing; null until then.</summary>
    public long? FirstEntry { get; set; }

    public string? Harm { get; set; }

    public Measure? Measure { get; set; }

    public string? Jurisdiction { get; set; }

    public string? Clause { get; set; }

    public string? Territory { get; set; }

    public string? Addressee { get; set; }

    public string? Channel { get; set; }

    /// <summary>Number, channel, addresses and reasons in lower case, for the search.</summary>
    public string? Words { get; set; }

    public DateTimeOffset? SignedAt { get; set; }

    public DateTimeOffset? SentAt { get; set; }

    public DateTimeOffset? AnsweredAt { get; set; }

    public AnswerOutcome? Outcome { get; set; }

    public DateTimeOffset? AppealedAt { get; set; }

    public DateTimeOffset? AppealDecidedAt { get; set; }

    public bool Reversed { get; set; }

    public DateTimeOffset? WithdrawnAt { get; set; }

    public DateTimeOffset? CorrectedAt { get; set; }

    public DateTimeOffset? ErasedAt { get; set; }
}
