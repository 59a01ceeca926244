using Tarazy.Notice.Notices;
using Tarazy.Records.Cases;
using Tarazy.Records.Notices;
using Tarazy.Records.Outcomes;

namespace Tarazy.Notice.Appeals;

/// <summary>A person who had no part in the notice decides on the appeal. A reversal withdraws the notice in the same step.</summary>
public sealed record DecideAppeal(NoticeId Notice, int Version, ReviewerId Reviewer, bool Reverse, string Reasons);

internal static class DecideAppealHandler
{
    private const int LongestReasons = 5_000;

    public static Outcome<NoticeEvent[]> Handle(DecideAppeal command, NoticeState state)
    {
        if (state.Appeal is null || state.AppealDecision is not null)
        {
            return new NoAppealWaits();
        }

        if (state.HadAPart.Contains(command.Reviewer))
        {
            return new HadAPart(command.Reviewer);
        }

        if (command.Reasons.Trim() is not { Length: > 0 and <= LongestReasons } reasons)
        {
            return new WordsMissing("reasons", LongestReasons);
        }

        var decided = new AppealDecided(state.Id, command.Reviewer, command.Reverse, reasons);
        return command.Reverse && state.Withdrawn is null
            ? new NoticeEvent[] { decided, new NoticeWithdrawn(state.Id, command.Reviewer, reasons) }
            : new NoticeEvent[] { decided };
    }
}

public sealed record NoAppealWaits : Refusal
{
    public override string Code => "no-appeal-waits";

    public override string Says => "No appeal waits for a decision on this notice.";
}

/// <summary>A different person on every appeal.</summary>
public sealed record HadAPart(ReviewerId Reviewer) : Refusal
{
    public override string Code => "had-a-part";

    public override string Says => $"{Reviewer} had a part in this notice; somebody else must decide the appeal.";

    public override IReadOnlyList<object> Facts => [Reviewer.Value];
}
