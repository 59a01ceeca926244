using Tarazy.Records.Findings;
using Tarazy.Records.Cases;
using Tarazy.Records.Notices;

namespace Tarazy.Server.Public.Notices;

/// <summary>One notice as anybody may read it: what happened, with the entries that prove it. No reviewer is named.</summary>
/// <param name="State">As the status shows it; <see cref="Register.RegisterLineView.State"/>.</param>
/// <param name="Reversed">Why the desk was wrong, when it was.</param>
/// <param name="SealedUntil">Set while the content is closed; then title, quotes and reasons are absent.</param>
/// <param name="ErasedAt">When the content was erased; the chain of entries stays.</param>
/// <param name="Entries">How many entries the receipt holds; the sending has one of its own.</param>
/// <param name="Key">The log's verifier key (C2SP <c>name+id+key</c>); null when nothing is logged yet.</param>
public sealed record PublicNoticeView(
    string Number,
    string? Title,
    string State,
    AnswerOutcome? Answer,
    IReadOnlyList<ChainLine> Chain,
    HarmId? Harm,
    Measure? Measure,
    string? Addressee,
    CheckpointView? Checkpoint,
    string? Key,
    DateOnly? SealedUntil = null,
    string? Reversed = null,
    DateTimeOffset? ErasedAt = null,
    int Entries = 0);

/// <summary>One link of the chain.</summary>
/// <param name="Kind"><c>notice</c>, <c>receipt</c>, <c>answer</c>, <c>appeal</c>, <c>upheld</c>, <c>reversal</c>, <c>decided</c> (which of the two is sealed), <c>withdrawal</c>, <c>correction</c>.</param>
/// <param name="Entry">Its leaf in the log; null while it is on its way there.</param>
/// <param name="LoggedAt">For the notice itself: when its entry was made, which is before it was sent; null until it is sent.</param>
/// <param name="Words">What was said, in its own language: the platform's answer, the channel's appeal.</param>
/// <param name="Reasons">The desk's reasons.</param>
/// <param name="Erased">Why the content of this entry was erased; null when it was not.</param>
public sealed record ChainLine(
    string Kind,
    DateTimeOffset At,
    long? Entry,
    DateTimeOffset? LoggedAt = null,
    AnswerOutcome? Answer = null,
    string? Words = null,
    string? Language = null,
    string? Reasons = null,
    NoticeGround? Ground = null,
    LetterText? Letter = null,
    string? Erased = null);

/// <summary>What the notice rests on and asks for.</summary>
/// <param name="ClauseAddress">The clause in its pack, as it stood on the day of the decision.</param>
/// <param name="Reference">The reference as it was kept with the decision; null for decisions that kept none.</param>
/// <param name="Moved">True when the pack says something else of the clause now than it did then.</param>
public sealed record NoticeGround(
    Measure Measure,
    string? ClauseTitle,
    string? ClauseLanguage,
    DateOnly? EndsOn,
    string? Territory,
    IReadOnlyList<QuoteView> Quotes,
    ProportionalityAnswers? Test,
    string? ClauseAddress = null,
    string? Reference = null,
    bool Moved = false);

/// <summary>The letter as it was sent, without the appeal link and without the aliases of reviewers.</summary>
public sealed record LetterText(string Language, string Subject, string Body);

public sealed record QuoteView(string Text, string Language);

/// <param name="At">When the newest entry it covers was made; a checkpoint itself carries no time.</param>
public sealed record CheckpointView(long Size, DateTimeOffset At, string Root);
