using Tarazy.Records.Outcomes;

namespace Tarazy.Detect.Labels;

/// <summary>Puts another version of a label in use, or none. Only a version that has won on the frozen set can be.</summary>
/// <param name="To">The version to be in use; 0 for none.</param>
/// <param name="From">The version that the person saw in use.</param>
public sealed record ChangeModel(string Label, int From, int To, string By, string Reason);

internal static class ChangeModelHandler
{
    public const int LongestReason = 500;

    public static Outcome<LabelEvent[]> Handle(ChangeModel command, LabelHistory history)
    {
        var reason = command.Reason.Trim();
        if (reason.Length is 0 or > LongestReason)
        {
            return new ReasonNeeded(LongestReason);
        }

        if (history.Current != command.From)
        {
            return new ModelsMovedOn(command.Label);
        }

        var made = history.Trained.Find(one => one.Number == command.To);
        if (command.To == history.Current || (command.To != 0 && made is null))
        {
            return new NoSuchVersion(command.Label, command.To);
        }

        if (made is not null && !made.Contest.Wins)
        {
            return new VersionDidNotWin(command.Label, command.To);
        }

        return command.To < command.From
            ? new LabelEvent[] { new ModelRolledBack(command.Label, command.From, command.To, reason) }
            : new LabelEvent[] { new ModelPromoted(command.Label, command.To, reason) };
    }
}
