using Tarazy.Notice.Notices;
using Tarazy.Records.Notices;
using Tarazy.Records.Outcomes;

namespace Tarazy.Notice.Appeals;

/// <summary>The channel objects, through the link in its notice. Who writes is not asked.</summary>
public sealed record OpenAppeal(NoticeId Notice, string Words);

internal static class OpenAppealHandler
{
    public static Outcome<NoticeEvent[]> Handle(OpenAppeal command, NoticeState state, int longest)
    {
        if (state.Appeal is not null)
        {
            return new AppealIsOpen();
        }

        if (state.Sent is null)
        {
            return new NoticeNotReady(state.Status);
        }

        return command.Words.Trim() is { Length: > 0 } words && words.Length <= longest
            ? new NoticeEvent[] { new AppealOpened(state.Id, words) }
            : new WordsMissing("words", longest);
    }
}

/// <summary>The link opens one appeal. Its state can be read there at any time.</summary>
public sealed record AppealIsOpen : Refusal
{
    public override string Code => "appeal-is-open";

    public override string Says => "This link was used: the appeal is open, or decided. You can read here how it stands.";
}
