using System.Text.Json.Serialization;
using Tarazy.Records.Cases;

namespace Tarazy.Records.Demands;

/// <summary>What happened to a demand of a state. A demand is what its events say, in order.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(DemandReceived), "received")]
[JsonDerivedType(typeof(DemandSealed), "sealed")]
[JsonDerivedType(typeof(DemandSealRead), "seal-read")]
[JsonDerivedType(typeof(IssuerChecked), "issuer-checked")]
[JsonDerivedType(typeof(DemandAskedBack), "asked-back")]
[JsonDerivedType(typeof(DemandNarrowed), "narrowed")]
[JsonDerivedType(typeof(BasisChecked), "basis-checked")]
[JsonDerivedType(typeof(DemandCaseLinked), "case-linked")]
[JsonDerivedType(typeof(AnswerProposed), "answer-proposed")]
[JsonDerivedType(typeof(AnswerDiffered), "answer-differed")]
[JsonDerivedType(typeof(DemandAnswered), "answered")]
[JsonDerivedType(typeof(AnswerGiven), "answer-given")]
[JsonDerivedType(typeof(DemandWithdrawn), "withdrawn")]
[JsonDerivedType(typeof(ObjectionOpened), "objection-opened")]
[JsonDerivedType(typeof(ObjectionDecided), "objection-decided")]
public abstract record DemandEvent(DemandId Demand);

/// <summary>It came, and its entry goes into the log before anything is said to it.</summary>
/// <param name="Number">What people call it, e.g. <c>D-2026-0003</c>.</param>
/// <param name="DueAt">When the clock of the pack, or the demand's own, ends. That it has ended complies with nothing.</param>
public sealed record DemandReceived(
    DemandId Demand, string Number, ReviewerId By, DemandLetter Letter, DateTimeOffset? DueAt, DemandSeal? Seal) : DemandEvent(Demand);

/// <summary>That the rule of publicity was overridden, by whom and until when; an entry of its own.</summary>
public sealed record DemandSealed(DemandId Demand, ReviewerId By, DemandSeal Seal) : DemandEvent(Demand);

/// <summary>Another person lets the seal stand until its day, or opens the demand at once.</summary>
public sealed record DemandSealRead(DemandId Demand, ReviewerId By, bool Agrees, string Words) : DemandEvent(Demand);

/// <param name="Noted">What was looked at: the host, the certificate, where the number was found. For the desk alone.</param>
public sealed record IssuerChecked(DemandId Demand, ReviewerId By, IssuerCheck Check, string Noted) : DemandEvent(Demand);

/// <summary>The desk asked the authority for what is missing.</summary>
public sealed record DemandAskedBack(DemandId Demand, ReviewerId By, string Words) : DemandEvent(Demand);

public sealed record DemandNarrowed(DemandId Demand, ReviewerId By, DemandScope From, DemandScope To, string Reason) : DemandEvent(Demand);

/// <summary>The clause carries such a demand on that day, in that territory and with that order; what does not is refused and leaves no event.</summary>
/// <param name="On">The day where the law holds.</param>
public sealed record BasisChecked(DemandId Demand, ReviewerId By, ClauseRef Clause, DateOnly On) : DemandEvent(Demand);

/// <summary>The case in which people decide what the demand names, with the three-part test, as on every other post.</summary>
public sealed record DemandCaseLinked(DemandId Demand, ReviewerId By, CaseId Case, string CaseNumber) : DemandEvent(Demand);

/// <summary>One person would comply; nothing follows until another agrees.</summary>
public sealed record AnswerProposed(DemandId Demand, ReviewerId By, DemandAnswer Answer) : DemandEvent(Demand);

public sealed record AnswerDiffered(DemandId Demand, ReviewerId By, string Words) : DemandEvent(Demand);

/// <param name="By">Who refused, or the second person who agreed to comply.</param>
/// <param name="ProposedBy">Who proposed to comply; null for a refusal.</param>
public sealed record DemandAnswered(DemandId Demand, ReviewerId By, ReviewerId? ProposedBy, DemandAnswer Answer) : DemandEvent(Demand);

/// <summary>What the desk says to the demand.</summary>
/// <param name="Reasons">Owed unless it complies with the whole.</param>
/// <param name="Words">As the authority and the public read them.</param>
/// <param name="Given">Kinds and numbers only: there is no place for the data itself.</param>
public sealed record DemandAnswer(
    DemandOutcome Outcome, IReadOnlyList<DemandRefusalReason> Reasons, string Words, IReadOnlyList<GivenCount> Given);

/// <param name="Count">Posts, files or tables that were handed over.</param>
public sealed record GivenCount(GivenData What, int Count);

/// <summary>The authority was told.</summary>
/// <param name="EntryIndex">The leaf of the answer, which was there before.</param>
/// <param name="Proof">How it was told; for the desk alone.</param>
public sealed record AnswerGiven(DemandId Demand, ReviewerId By, long EntryIndex, string Proof) : DemandEvent(Demand);

/// <summary>The authority took it back.</summary>
public sealed record DemandWithdrawn(DemandId Demand, ReviewerId By, string Words) : DemandEvent(Demand);

public sealed record ObjectionOpened(DemandId Demand, ReviewerId By, ObjectionFrom From, string Words) : DemandEvent(Demand);

/// <param name="By">Nobody who had a part in the answer.</param>
/// <param name="Reversed">The answer falls and the demand waits for another.</param>
public sealed record ObjectionDecided(DemandId Demand, ReviewerId By, bool Reversed, string Reasons) : DemandEvent(Demand);
