using System.Text.Json.Serialization;
using Tarazy.Records.Cases;
using Tarazy.Records.Posts;

namespace Tarazy.Records.Notices;

/// <summary>What happened to a notice (the state machine follows Regulation (EU) 2022/2065, articles 16, 17 and 20). A notice is what its events say, in order.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(NoticeDrafted), "drafted")]
[JsonDerivedType(typeof(NoticeSigned), "signed")]
[JsonDerivedType(typeof(SendingStarted), "sending-started")]
[JsonDerivedType(typeof(SendingFailed), "sending-failed")]
[JsonDerivedType(typeof(NoticeSent), "sent")]
[JsonDerivedType(typeof(ReceiptConfirmed), "receipt-confirmed")]
[JsonDerivedType(typeof(AnswerRecorded), "answered")]
[JsonDerivedType(typeof(AppealOpened), "appeal-opened")]
[JsonDerivedType(typeof(AppealDecided), "appeal-decided")]
[JsonDerivedType(typeof(NoticeWithdrawn), "withdrawn")]
[JsonDerivedType(typeof(CorrectionSent), "correction-sent")]
public abstract record NoticeEvent(NoticeId Notice);

/// <summary>Both readers agreed, so there is something to send. Made by the desk from the case, sent by a person.</summary>
/// <param name="Number">What people call it, e.g. <c>N-2026-0007</c>.</param>
/// <param name="Posts">The posts the notice names; one post, or the posts of one story.</param>
/// <param name="DueAt">When it should have been sent, by the pack's clock from detection.</param>
public sealed record NoticeDrafted(
    NoticeId Notice,
    string Number,
    CaseId Case,
    ReviewerId Decider,
    ReviewerId SecondReader,
    Decision Decision,
    ChannelId Channel,
    IReadOnlyList<NoticedPost> Posts,
    DateTimeOffset DetectedAt,
    DateTimeOffset DueAt) : NoticeEvent(Notice);

/// <summary>The exact place of one item, as article 16(2)(b) asks for it.</summary>
/// <param name="Url">Public address; null when the channel's handle is unknown, and then the notice cannot be signed.</param>
/// <param name="ContentHash">SHA-256 of the content in hex.</param>
public sealed record NoticedPost(PostId Post, string? Url, DateTimeOffset PostedAt, string ContentHash, string Language, string Quote);

/// <summary>A person stands for the accuracy and completeness of the notice (article 16(2)(d)). From here its words are fixed.</summary>
/// <param name="Letter">The notice as its addressee will read it.</param>
/// <param name="StatementVersion">Which wording of the good-faith statement was signed.</param>
public sealed record NoticeSigned(NoticeId Notice, ReviewerId By, Letter Letter, string StatementVersion) : NoticeEvent(Notice);

/// <summary>A notice as its addressee reads it.</summary>
/// <param name="Route">How it travels: <c>form</c> for a person to copy, or <c>email</c>.</param>
/// <param name="To">Address of the form or the mailbox.</param>
public sealed record Letter(string Route, string To, string Language, string Subject, string Body);

/// <summary>Written before the mail server is asked, so that a crash leaves a trace and never a second mail.</summary>
public sealed record SendingStarted(NoticeId Notice, ReviewerId By, string MessageId) : NoticeEvent(Notice);

public sealed record SendingFailed(NoticeId Notice, string MessageId, string Why) : NoticeEvent(Notice);

/// <param name="EntryIndex">The leaf of the transparency log that was there before.</param>
/// <param name="Proof">Mail server's reply, or a number or words of the platform that a person typed in.</param>
/// <param name="AnswerDueAt">When the pack's clock for an answer ends; silence can be recorded after it.</param>
public sealed record NoticeSent(
    NoticeId Notice,
    ReviewerId By,
    long EntryIndex,
    string Proof,
    DateTimeOffset? AnswerDueAt = null) : NoticeEvent(Notice);

/// <summary>The addressee confirmed receipt (article 16(4)).</summary>
public sealed record ReceiptConfirmed(NoticeId Notice, ReviewerId By, string Reference) : NoticeEvent(Notice);

public sealed record AnswerRecorded(NoticeId Notice, ReviewerId By, AnswerOutcome Outcome, string Words) : NoticeEvent(Notice);

/// <summary>What came back. <see cref="NoAnswer"/> is silence past the clock and never counted as a refusal.</summary>
public enum AnswerOutcome
{
    Removed,
    Restricted,
    Labelled,
    Refused,
    NoAnswer,
    PostIsBack,
}

/// <summary>The channel objects, through the one-time link in its notice.</summary>
public sealed record AppealOpened(NoticeId Notice, string Words) : NoticeEvent(Notice);

/// <param name="By">Neither the decider nor the second reader.</param>
public sealed record AppealDecided(NoticeId Notice, ReviewerId By, bool Reversed, string Reasons) : NoticeEvent(Notice);

/// <summary>The desk was wrong, or thinks better of it. A new entry, never an erasure.</summary>
public sealed record NoticeWithdrawn(NoticeId Notice, ReviewerId By, string Reasons) : NoticeEvent(Notice);

/// <summary>The addressee was told that the notice is withdrawn.</summary>
public sealed record CorrectionSent(NoticeId Notice, ReviewerId By, string Proof) : NoticeEvent(Notice);
