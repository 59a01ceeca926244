using Tarazy.Detect.Labels.Standing;
using Tarazy.Records.Outcomes;

namespace Tarazy.Detect.Labels;

/// <summary>A second person's own answer on a decided post, given without seeing the first. It measures whether people mean the same, and changes nothing for the case.</summary>
/// <param name="Number">What people call the case.</param>
public sealed record GiveOpinion(string Number, string By, LabelAnswer Answer);

internal static class GiveOpinionHandler
{
    /// <summary>Whether a case waits for this person's opinion.</summary>
    public static bool IsWanted(LabelDecision decision, string by, LabelBook book) =>
        Agreement.IsRead(decision.Case)
        && decision.By != by
        && decision.Second is null
        && !book.Opinions.ContainsKey((decision.Case, decision.Named.Value));

    public static Outcome<LabelEvent[]> Handle(GiveOpinion command, LabelDecision? decision, LabelBook book) =>
        decision is not null && IsWanted(decision, command.By, book)
            ? new LabelEvent[] { new OpinionGiven(decision.Case, decision.Named.Value, command.Answer) }
            : new NoOpinionWanted(command.Number);
}
