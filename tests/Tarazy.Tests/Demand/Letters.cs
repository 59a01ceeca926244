using Tarazy.Demand.Answers;
using Tarazy.Demand.Demands;
using Tarazy.Demand.Linking;
using Tarazy.Policy.Law;
using Tarazy.Records.Cases;
using Tarazy.Records.Demands;
using Tarazy.Records.Outcomes;
using Tarazy.Storage.Events;
using Tarazy.Tests.Promises;
using Tarazy.TransparencyLog.Receipts;

namespace Tarazy.Tests.Demand;

/// <summary>Demands as invented offices make them, and states of them without a database.</summary>
internal static class Letters
{
    public const string Post = "https://t.me/steppe_news/1";

    public static readonly DateTimeOffset Now = Tarazy.Tests.Review.Cases.Now;
    public static readonly ReviewerId First = new("R-01");
    public static readonly ReviewerId Second = new("R-02");
    public static readonly ReviewerId Third = new("R-03");
    public static readonly ClauseRef Platforms9 = new("kz", "platforms-9");

    public static Packs Law => WholeDesk.Law;

    public static DemandLetter Removal(DemandScope? scope = null, DemandKind kind = DemandKind.Removal) => new(
        new Issuer("Committee of the Steppe for Information (invented)", IssuerKind.Regulator, "kz"),
        AddressedTo.Desk,
        kind,
        scope ?? new DemandScope([Post]),
        new DemandGround("Law on online platforms", "Article 9(4)", "The platform considers the request within one day."),
        "ru",
        Now.AddHours(-2),
        DemandRoad.ElectronicMail,
        Reference: "14-2/77");

    public static DemandLetter ForData(params AskedData[] data) => Removal(new DemandScope([], Data: data), DemandKind.Data);

    public static DemandAnswer Refusal(params DemandRefusalReason[] reasons) =>
        new(DemandOutcome.Refused, reasons, "The demand has no ground that carries it.", []);

    public static DemandAnswer Complying(DemandOutcome outcome = DemandOutcome.Complied, params GivenCount[] given) =>
        new(outcome, outcome == DemandOutcome.CompliedInPart ? [DemandRefusalReason.NotProportionate] : [], "What people decided in the case is done.", given);

    public static DemandState State(DemandLetter letter, params DemandEvent[] then) => DemandState.Fold(
    [
        .. new DemandEvent[] { new DemandReceived(Id, "D-2026-0001", First, letter, null, null) }.Concat(then)
            .Select((e, i) => new Recorded<DemandEvent>(i + 1, Id.Value, i + 1, First.Value, Now, e)),
    ])!;

    public static DemandId Id { get; } = new("demand:0001");

    public static IssuerChecked Verified { get; } = new(Id, First, IssuerCheck.CallBack, "The duty office answered.");

    public static BasisChecked Based { get; } = new(Id, First, Platforms9, DateOnly.FromDateTime(Now.UtcDateTime));

    public static DemandCaseLinked Linked { get; } = new(Id, First, new CaseId("case:1"), "C-2026-0001");

    public static AnswerFacts Facts(Measure? decided = Measure.RemovePost, Packs? law = null, long? entry = 7) => new(
        new EntryProof(entry, entry is null ? "the log does not cover it yet" : null),
        new DemandedCase(new CaseId("case:1"), "C-2026-0001", [Post], decided),
        law ?? Law,
        Now);

    public static IReadOnlyList<string> Codes<T>(Outcome<T> outcome)
        where T : class => [.. outcome.Refusals.Select(r => r.Code)];
}
