using Tarazy.Policy.Loading;
using Tarazy.Records.Cases;
using Tarazy.Records.Outcomes;

namespace Tarazy.Policy.Rungs;

/// <summary>The three-part test of ICCPR article 19(3) and the contexts that are owed more room.</summary>
internal static class AnswerChecks
{
    public static IEnumerable<Refusal> Of(Decision decision)
    {
        if (decision.Answers is not { } answers)
        {
            yield return new NoThreePartTest();
            yield break;
        }

        if (!answers.Harmful)
        {
            yield return new OnlyFalse();
        }

        foreach (var (question, answer) in Questions(answers).Where(q => !Substance.In(q.Answer)))
        {
            yield return new AnswerEmpty(question);
        }

        if (answers.Aim == LegitimateAim.None || !Enum.IsDefined(answers.Aim))
        {
            yield return new NoAim();
        }

        if (Repeats(answers))
        {
            yield return new AnswersRepeat();
        }

        // Every context is weighed or the rung falls: satire and counter-speech most of all, but a quotation is no less easily misread.
        if (answers.Contexts is { Count: > 0 } && !Substance.In(answers.ContextWeighed))
        {
            yield return new ContextNotWeighed(string.Join(", ", answers.Contexts.Select(Words.Of)));
        }
    }

    private static (string Question, string Answer)[] Questions(ProportionalityAnswers answers) =>
        [("legality", answers.Legality), ("aim", answers.AimReason), ("necessity", answers.Necessity), ("milder", answers.WhyNotMilder)];

    private static bool Repeats(ProportionalityAnswers answers)
    {
        var given = Questions(answers).Where(q => Substance.In(q.Answer)).Select(q => q.Answer).ToList();
        return given.Where((one, i) => given.Skip(i + 1).Any(other => Substance.Same(one, other))).Any();
    }
}
