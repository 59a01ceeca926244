using Tarazy.Records.Demands;

namespace Tarazy.Policy.Law;

/// <summary>What the law of a pack asks of one kind of demand. Where a pack has no rule for a kind, the answer to such a demand is no.</summary>
/// <param name="Clauses">Ids of the clauses that carry such a demand; none means every clause that names the measure.</param>
/// <param name="Clock">Id of the pack's clock for an answer; null when it has none.</param>
public sealed record DemandRule(DemandKind Kind, bool CourtOrderOwed, IReadOnlyList<string> Clauses, string? Clock, Provenance Provenance);

/// <summary>Hosts from which authorities of the state write.</summary>
/// <param name="Hosts">Lower case, ASCII; a mailbox under one of them counts as well.</param>
public sealed record IssuerHosts(LocalText Name, IReadOnlyList<string> Hosts, Provenance Provenance)
{
    /// <summary>Whether a host is one of these or lies under one, counted by whole labels.</summary>
    public bool Holds(string host) => Hosts.Any(known =>
        host == known || (host.Length > known.Length && host.EndsWith(known, StringComparison.Ordinal) && host[^(known.Length + 1)] == '.'));
}
