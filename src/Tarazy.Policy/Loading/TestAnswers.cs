using Tarazy.Records.Cases;

namespace Tarazy.Policy.Loading;

/// <summary>The sound answers of a test, less those that it leaves out.</summary>
internal static class TestAnswers
{
    private static readonly ProportionalityAnswers Sound = new(
        "The clause is public and foreseeable, and the desk may invoke it.",
        LegitimateAim.RightsOfOthers,
        "The safety of the people whom the post reaches.",
        "The post gives a contact and asks readers to act today.",
        "A label would leave the contact in view of everybody.",
        [],
        null,
        Harmful: true);

    public static Decision Add(Decision decision, Fields fields)
    {
        var contexts = fields.Has("contexts") ? fields.Choices<ExpressionContext>("contexts") : [];
        var given = decision with
        {
            Answers = Sound with
            {
                Contexts = contexts,
                ContextWeighed = contexts.Count > 0 ? "The frame is there and the call behind it is meant." : null,
                Harmful = !fields.Flag("only_false"),
            },
            Rabat = ReadTests.Rabat(fields),
        };
        var without = fields.Has("without") ? fields.Choices<Part>("without") : [];
        return without.Distinct().Order().Aggregate(given, LeaveOut);
    }

    private static Decision LeaveOut(Decision decision, Part part)
    {
        var answers = decision.Answers;
        return part switch
        {
            Part.Reasons => decision with { Reasons = "" },
            Part.ThreePartTest => decision with { Answers = null },
            Part.Legality => decision with { Answers = answers! with { Legality = "" } },
            Part.Aim => decision with { Answers = answers! with { Aim = LegitimateAim.None } },
            Part.Necessity => decision with { Answers = answers! with { Necessity = "" } },
            Part.Milder => decision with { Answers = answers! with { WhyNotMilder = "" } },
            Part.ContextWeighed => decision with { Answers = answers! with { ContextWeighed = null } },
            Part.EndDate => decision with { EndsOn = null },
            Part.ChannelReasons => decision with { ChannelReasons = null },
            Part.SealReason => decision with { SealReason = null },
            _ => throw new ArgumentOutOfRangeException(nameof(part), part, "A test leaves out a known part."),
        };
    }

    /// <summary>What a decision can lack.</summary>
    private enum Part
    {
        Reasons,
        Legality,
        Aim,
        Necessity,
        Milder,
        ContextWeighed,
        EndDate,
        ChannelReasons,
        SealReason,

        // Last, whatever the order in the file: nothing can be left out of a test that is not there.
        ThreePartTest,
    }
}
