using Tarazy.Records.Cases;
using Tarazy.Records.Posts;

namespace Tarazy.Demand.Linking;

/// <summary>What the desk decided by itself on what a demand names. The host implements it with the review stage.</summary>
public interface IDemandedCases
{
    Task<DemandedCase?> FindAsync(string number, CancellationToken cancel);

    Task<DemandedCase?> FindAsync(CaseId id, CancellationToken cancel);
}

/// <summary>A case as far as a demand asks about it.</summary>
/// <param name="Addresses">Public addresses of its posts.</param>
/// <param name="Decided">The measure that stands; null until somebody decided, and for a restriction until a second reader agreed.</param>
public sealed record DemandedCase(CaseId Id, string Number, IReadOnlyList<string> Addresses, Measure? Decided)
{
    /// <summary>Whether it is about one of its posts, or about the channel they stand in.</summary>
    public bool Covers(string address) => PublicPlace.Parse(address) is { } place && Addresses.Any(a =>
        string.Equals(a, place.Address, StringComparison.OrdinalIgnoreCase)
        || (place.IsChannel && a.StartsWith(place.Address + "/", StringComparison.OrdinalIgnoreCase)));
}
