using Tarazy.Demand.Demands;
using Tarazy.Policy.Law;
using Tarazy.Records.Cases;
using Tarazy.Records.Demands;
using Tarazy.Records.Outcomes;

namespace Tarazy.Demand.Verifying;

/// <summary>Whether the demand comes from the authority it names. A letterhead proves nothing.</summary>
/// <param name="Noted">What was looked at: the host, the certificate, the number called, where it was found, and which authority answered. Stays at the desk.</param>
/// <param name="Host">The part of the mailbox behind the sign @; owed by <see cref="IssuerCheck.MailHost"/>.</param>
/// <param name="CalledAt">Owed by <see cref="IssuerCheck.CallBack"/>.</param>
/// <param name="FoundElsewhere">The number called was found independently of the demand; owed by <see cref="IssuerCheck.CallBack"/>.</param>
public sealed record VerifyIssuer(
    DemandId Demand,
    int Version,
    ReviewerId Reviewer,
    IssuerCheck Check,
    string Noted,
    string? Host = null,
    DateTimeOffset? CalledAt = null,
    bool FoundElsewhere = false);

/// <summary>The desk asks the authority for what is missing. Open before anything is verified.</summary>
public sealed record AskBack(DemandId Demand, int Version, ReviewerId Reviewer, string Words);

internal static class VerifyIssuerHandler
{
    public static Outcome<DemandEvent[]> Handle(VerifyIssuer command, DemandState state, Packs law, DateTimeOffset now)
    {
        if (state.Status != DemandStatus.Open)
        {
            return new DemandNotReady(state.Status);
        }

        if (DemandText.Noted(command.Noted, "noted") is { } missing)
        {
            return missing;
        }

        var refusal = command.Check switch
        {
            IssuerCheck.MailHost => HostRefusal(command.Host, state, law),
            IssuerCheck.CallBack => CallRefusal(command, state, now),
            _ => null,
        };
        return refusal is null
            ? new DemandEvent[] { new IssuerChecked(state.Id, command.Reviewer, command.Check, Record(command)) }
            : refusal;
    }

    public static Outcome<DemandEvent[]> Handle(AskBack command, DemandState state)
    {
        if (state.Status != DemandStatus.Open)
        {
            return new DemandNotReady(state.Status);
        }

        return DemandText.Owed(command.Words, "words") is { } missing
            ? missing
            : new DemandEvent[] { new DemandAskedBack(state.Id, command.Reviewer, command.Words.Trim()) };
    }

    private static HostUnknown? HostRefusal(string? typed, DemandState state, Packs law)
    {
        var host = typed?.Trim().ToLowerInvariant() ?? "";
        if (law.Find(state.Letter.Issuer.Jurisdiction) is not { } pack)
        {
            return new HostUnknown(host, state.Letter.Issuer.Jurisdiction);
        }

        // ASCII only: a Cyrillic letter that looks the same is another host.
        return host.All(char.IsAscii) && pack.Issuers.Any(i => i.Holds(host)) ? null : new HostUnknown(host, pack.Jurisdiction);
    }

    private static Refusal? CallRefusal(VerifyIssuer command, DemandState state, DateTimeOffset now)
    {
        if (!command.FoundElsewhere)
        {
            return new NumberFromTheDemand();
        }

        return command.CalledAt is { } at && at <= now && at >= state.Letter.ReceivedAt ? null : new CallNotDated();
    }

    private static string Record(VerifyIssuer command) => command switch
    {
        { Check: IssuerCheck.MailHost, Host: { } host } => $"{host.Trim().ToLowerInvariant()}: {command.Noted.Trim()}",
        { Check: IssuerCheck.CallBack, CalledAt: { } at } => $"{at.UtcDateTime:yyyy-MM-dd HH:mm} UTC: {command.Noted.Trim()}",
        _ => command.Noted.Trim(),
    };
}

public sealed record HostUnknown(string Host, string Jurisdiction) : Refusal
{
    public override string Code => "host-unknown";

    public override string Says => $"The pack {Jurisdiction} lists no authority that writes from \"{Host}\". Call back, check a signature, or record that it could not be verified.";

    public override IReadOnlyList<object> Facts => [Host, Jurisdiction];
}

public sealed record NumberFromTheDemand() : Refusal
{
    public override string Code => "number-from-the-demand";

    public override string Says => "A number that stands in the demand proves nothing: whoever wrote it answers there. Find the authority's number elsewhere and call that.";
}

public sealed record CallNotDated() : Refusal
{
    public override string Code => "call-not-dated";

    public override string Says => "Say when the authority was called: after the demand came, and not ahead of now.";
}
