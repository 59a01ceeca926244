using Tarazy.Records.Outcomes;

namespace Tarazy.Demand.Receiving;

public sealed record DemandFromTomorrow(DateTimeOffset ReceivedAt) : Refusal
{
    public override string Code => "demand-from-tomorrow";

    public override string Says => $"The demand cannot have come on {ReceivedAt:yyyy-MM-dd HH:mm} UTC, which lies ahead.";

    public override IReadOnlyList<object> Facts => [ReceivedAt];
}

public sealed record DemandAlreadyHere(string Number) : Refusal
{
    public override string Code => "demand-already-here";

    public override string Says => $"The same demand of the same authority came that day already: it is {Number}. Nothing was saved.";

    public override IReadOnlyList<object> Facts => [Number];
}

/// <summary>Only public posts and channels are written down.</summary>
public sealed record AddressNotPublic(string Address) : Refusal
{
    public override string Code => "address-not-public";

    public override string Says => $"\"{Address}\" is no public address of a post or a channel. Leave it out; where the demand names more than posts, say so in words.";

    public override IReadOnlyList<object> Facts => [Address];
}

public sealed record TooManyAddresses(int Most) : Refusal
{
    public override string Code => "too-many-addresses";

    public override string Says => $"A demand is recorded with at most {Most} addresses. Say in words what else it names.";

    public override IReadOnlyList<object> Facts => [Most];
}

public sealed record NothingNamed() : Refusal
{
    public override string Code => "nothing-named";

    public override string Says => "Write the public addresses that the demand names, what it wants to know, or, in its own words, what it names as a whole.";
}

/// <summary>The order itself is not kept, so its hash has to say which one it was.</summary>
public sealed record OrderWithoutHash() : Refusal
{
    public override string Code => "order-without-hash";

    public override string Says => "Give the SHA-256 of the court order as 64 lower-case hex digits; the document itself is not kept.";
}

/// <summary>An order without a day, or of a day that lies ahead, is none.</summary>
public sealed record OrderNotDated() : Refusal
{
    public override string Code => "order-not-dated";

    public override string Says => "Give the day on which the court made the order; it cannot lie ahead.";
}
