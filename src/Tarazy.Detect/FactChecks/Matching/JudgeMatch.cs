using Tarazy.Records.Outcomes;
using Tarazy.Storage.Events;

namespace Tarazy.Detect.FactChecks.Matching;

/// <summary>A person says whether a story is what a fact-check is about.</summary>
/// <param name="Version">Events that the person saw.</param>
/// <param name="By">The alias of the person: no machine judges.</param>
/// <param name="Same">True confirms; false says that it is not the same.</param>
public sealed record JudgeMatch(string Match, int Version, string By, bool Same);

internal static class JudgeMatchHandler
{
    public static Outcome<FactCheckEvent[]> Handle(JudgeMatch command, IReadOnlyList<Recorded<FactCheckEvent>> history)
    {
        if (history is not [{ Event: MatchSuggested }, ..])
        {
            return new NoSuchMatch(command.Match);
        }

        if (history.Count != command.Version)
        {
            return new MatchMovedOn(history[^1].Actor);
        }

        // A second thought is an event of its own; saying the same again is none.
        var before = StatusOf(history);
        var after = command.Same ? MatchStatus.Confirmed : MatchStatus.Rejected;
        return before == after ? Array.Empty<FactCheckEvent>()
            : new FactCheckEvent[] { command.Same ? new MatchConfirmed(command.Match, command.By) : new MatchRejected(command.Match, command.By) };
    }

    public static MatchStatus StatusOf(IReadOnlyList<Recorded<FactCheckEvent>> history) => history[^1].Event switch
    {
        MatchConfirmed => MatchStatus.Confirmed,
        MatchRejected => MatchStatus.Rejected,
        _ => MatchStatus.Suggested,
    };
}

public sealed record NoSuchMatch(string Match) : Refusal
{
    public override string Code => "no-such-match";

    public override string Says => "Nothing of that number was suggested.";

    public override IReadOnlyList<object> Facts => [Match];
}

public sealed record MatchMovedOn(string By) : Refusal
{
    public override string Code => "match-moved-on";

    public override string Says => $"{By} has judged this match meanwhile; look at it again.";

    public override IReadOnlyList<object> Facts => [By];
}
