using Microsoft.Extensions.Options;
using Tarazy.Policy.Law;
using Tarazy.Policy.Rungs;
using Tarazy.Records.Outcomes;
using Tarazy.Review.Cases;
using Tarazy.Review.Claiming;
using Tarazy.Review.Decisions;
using Tarazy.Review.Naming;
using Tarazy.Review.Notes;
using Tarazy.Review.Reopening;
using Tarazy.Review.SecondReading;

namespace Tarazy.Review;

/// <summary>What a person can do to a case. Each method loads, lets the use case decide, and saves; every "no" is a refusal.</summary>
public sealed class ReviewDesk
{
    private readonly CaseActions _cases;
    private readonly Packs _law;
    private readonly ReviewOptions _options;

    internal ReviewDesk(CaseActions cases, Packs law, IOptions<ReviewOptions> options)
    {
        _cases = cases;
        _law = law;
        _options = options.Value;
    }

    public Task<Outcome<CaseState>> ClaimAsync(ClaimCase command, CancellationToken cancel) => _cases.ActAsync(
        command.Case, command.Version, command.Reviewer.Value, (state, now) => ClaimCaseHandler.Handle(command, state, now, _options.ClaimFor), cancel);

    public Task<Outcome<CaseState>> ReleaseAsync(ReleaseCase command, CancellationToken cancel) => _cases.ActAsync(
        command.Case, command.Version, command.Reviewer.Value, (state, now) => ClaimCaseHandler.Handle(command, state, now), cancel);

    /// <param name="facts">What the desk knows around the case and the ladder asks for, such as upheld notices of the channel.</param>
    public Task<Outcome<CaseState>> DecideAsync(DecideCase command, CaseFacts facts, CancellationToken cancel) => _cases.ActAsync(
        command.Case,
        command.Version,
        command.Reviewer.Value,
        (state, now) => DecideCaseHandler.Handle(command, state, _law, facts, now, _options.UndoFor),
        cancel);

    public Task<Outcome<CaseState>> UndoAsync(UndoDecision command, CancellationToken cancel) => _cases.ActAsync(
        command.Case, command.Version, command.Reviewer.Value, (state, now) => DecideCaseHandler.Handle(command, state, now), cancel);

    public Task<Outcome<CaseState>> ReadSecondAsync(ReadSecond command, CancellationToken cancel) => _cases.ActAsync(
        command.Case, command.Version, command.Reviewer.Value, (state, now) => ReadSecondHandler.Handle(command, state, now), cancel);

    public Task<Outcome<CaseState>> AddNoteAsync(AddNote command, CancellationToken cancel) => _cases.ActAsync(
        command.Case, command.Version, command.Reviewer.Value, (state, _) => AddNoteHandler.Handle(command, state), cancel);

    public Task<Outcome<CaseState>> NameHarmAsync(NameHarm command, CancellationToken cancel) => _cases.ActAsync(
        command.Case, command.Version, command.Reviewer.Value, (state, now) => NameHarmHandler.Handle(command, state, now), cancel);

    public Task<Outcome<CaseState>> ReopenAsync(ReopenCase command, CancellationToken cancel) => _cases.ActAsync(
        command.Case, command.Version, command.Reviewer.Value, (state, _) => ReopenCaseHandler.Handle(command, state), cancel);
}
