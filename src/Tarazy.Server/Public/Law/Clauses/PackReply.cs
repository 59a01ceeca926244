using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Tarazy.Policy.Law;
using Tarazy.Policy.Rungs;
using Tarazy.Records.Cases;
using Tarazy.Records.Demands;

namespace Tarazy.Server.Public.Law.Clauses;

/// <summary>A pack for programs, with the words of its files. Written member by member: a field of a pack does not become public by itself.</summary>
internal static class PackReply
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    public static PackReplyLine Line(Pack pack) =>
        new(pack.Jurisdiction, pack.Version, pack.Title, pack.Territories, pack.PartOf, pack.Clauses.Count, pack.Tests.Count, pack.Known.Count, pack.Gaps.Count);

    public static PackReplyWhole Of(Pack pack, Packs law, DateOnly on) => new(
        Line(pack),
        on,
        [.. Reach.Of(pack, law, on).Select(r => new ReachReply(r.Harm.Value, r.Top, r.Rungs, [.. r.Clauses.Select(c => c.ToString())]))],
        [.. pack.Clauses.Select(clause => Clause(clause, pack, on))],
        pack.Ladder,
        pack.Clocks,
        pack.Addressees,
        [.. pack.Tests.Select(Test)],
        pack.Known,
        pack.Gaps,
        [.. pack.Demands.Select(d => new DemandReply(d.Kind, d.CourtOrderOwed, d.Clauses, d.Clock, d.Provenance))],
        [.. pack.Issuers.Select(i => new IssuerReply(i.Name, i.Hosts, i.Provenance))]);

    private static ClauseReply Clause(Clause clause, Pack pack, DateOnly on) => new(
        clause.Ref.Clause,
        clause.Title,
        clause.Text,
        clause.InForce,
        clause.InForce.On(on),
        [.. clause.Harms.Select(h => h.Value)],
        clause.Measures,
        clause.Provenance,
        StandingRule.Digest(clause),
        [.. pack.TestsOf(clause.Ref).Select(t => t.Id)]);

    private static TestReply Test(PackTest test) =>
        new(test.Id, test.Says, test.On, test.Decision.Harm.Value, test.Asked, test.Decision.Clause?.ToString(), test.Carried, test.Because);
}

internal sealed record PackReplyLine(
    string Pack, string Version, LocalText Title, IReadOnlyList<string> Territories, string? PartOf, int Clauses, int Tests, int Known, int Gaps);

internal sealed record PackReplyWhole(
    PackReplyLine About,
    DateOnly On,
    IReadOnlyList<ReachReply> Reach,
    IReadOnlyList<ClauseReply> Clauses,
    IReadOnlyList<Rung> Ladder,
    IReadOnlyList<Clock> Clocks,
    IReadOnlyList<Addressee> Addressees,
    IReadOnlyList<TestReply> Tests,
    IReadOnlyList<KnownFact> Known,
    IReadOnlyList<Gap> Gaps,
    IReadOnlyList<DemandReply> Demands,
    IReadOnlyList<IssuerReply> Issuers);

/// <summary>What the law asks of one kind of demand; a kind that is missing cannot be complied with.</summary>
internal sealed record DemandReply(DemandKind Kind, bool CourtOrderOwed, IReadOnlyList<string> Clauses, string? Clock, Provenance Provenance);

/// <summary>Hosts from which authorities of the state write.</summary>
internal sealed record IssuerReply(LocalText Name, IReadOnlyList<string> Hosts, Provenance Provenance);

internal sealed record ReachReply(string Harm, Measure Top, IReadOnlyList<Measure> Rungs, IReadOnlyList<string> Clauses);

/// <param name="Digest">What a decision that rests on the clause keeps of it.</param>
internal sealed record ClauseReply(
    string Id,
    LocalText Title,
    string Text,
    InForce InForce,
    bool Holds,
    IReadOnlyList<string> Harms,
    IReadOnlyList<Measure> Measures,
    Provenance Provenance,
    string Digest,
    IReadOnlyList<string> Tests);

internal sealed record TestReply(
    string Id, string Says, DateOnly On, string Harm, string Measure, string? Clause, bool Carried, IReadOnlyList<string> Because);
