using Tarazy.Notice.Drafting;
using Tarazy.Notice.Notices;
using Tarazy.Records.Cases;
using Tarazy.Records.Notices;
using Tarazy.Records.Outcomes;

namespace Tarazy.Notice.Signing;

/// <summary>A person stands for the notice. From here its words are fixed and go into the log.</summary>
/// <param name="StatementVersion">The wording of the good-faith statement that was on the screen; empty where the form has none.</param>
/// <param name="Language">Language of the letter, one that its form is offered in.</param>
public sealed record SignNotice(NoticeId Notice, int Version, ReviewerId Reviewer, bool GoodFaith, string StatementVersion, string Language);

internal static class SignNoticeHandler
{
    public static Outcome<NoticeEvent[]> Handle(SignNotice command, NoticeState state, Outcome<DraftedLetter> letter)
    {
        if (state.Status != NoticeStatus.Draft)
        {
            return new NoticeNotReady(state.Status);
        }

        if (!command.GoodFaith)
        {
            return new NoGoodFaith();
        }

        if (!letter.Ok)
        {
            return Outcome<NoticeEvent[]>.Refused(letter.Refusals);
        }

        var statement = letter.Value.StatementVersion ?? "";
        return statement == command.StatementVersion
            ? new NoticeEvent[] { new NoticeSigned(state.Id, command.Reviewer, letter.Value.Letter, statement) }
            : new StatementMoved(statement);
    }
}

/// <summary>Article 16(2)(d): a person says that the notice is accurate and complete, or there is no notice.</summary>
public sealed record NoGoodFaith : Refusal
{
    public override string Code => "no-good-faith";

    public override string Says => "Tick the statement that the notice is accurate and complete; without it there is no notice.";
}

public sealed record StatementMoved(string Now) : Refusal
{
    public override string Code => "statement-moved";

    public override string Says => $"The statement has another wording now (version {Now}). Read it again and sign.";

    public override IReadOnlyList<object> Facts => [Now];
}
