using Tarazy.Policy.Law;
using Tarazy.Records.Cases;
using Tarazy.Records.Outcomes;

namespace Tarazy.Policy.Rungs;

/// <summary>
/// The six factors of the Rabat Plan of Action (A/HRC/22/17/Add.4, paragraph 29). A measure asks that all six were thought
/// through and that intent and likelihood are at least half met; a referral to criminal law asks that all six are met.
/// </summary>
internal static class RabatChecks
{
    private const int Full = 4;

    public static IEnumerable<Refusal> Of(Decision decision, Pack pack)
    {
        if (pack.FindHarm(decision.Harm) is not { Incitement: true })
        {
            return [];
        }

        if (decision.Rabat is not { } answers)
        {
            return [new NoRabat()];
        }

        return [.. Unanswered(answers), .. TooLow(answers, pack.Rabat)];
    }

    public static IReadOnlyList<Refusal> Referral(RabatAnswers? answers, RabatThresholds thresholds) =>
        answers is null
            ? [new NoRabat()]
            : [.. Unanswered(answers), .. Factors(answers)
                .Where(f => Answered(f.Answer) && f.Answer!.Score < thresholds.Met)
                .Select(f => new RabatNotMet(f.Name, f.Answer!.Score, thresholds.Met))];

    private static IEnumerable<Refusal> Unanswered(RabatAnswers answers) =>
        Factors(answers).Where(f => !Answered(f.Answer)).Select(f => new RabatUnanswered(f.Name));

    private static IEnumerable<Refusal> TooLow(RabatAnswers answers, RabatThresholds thresholds)
    {
        if (Answered(answers.Intent) && answers.Intent.Score < thresholds.LeastIntent)
        {
            yield return new RabatTooLow("intent", answers.Intent.Score, thresholds.LeastIntent);
        }

        if (Answered(answers.Likelihood) && answers.Likelihood.Score < thresholds.LeastLikelihood)
        {
            yield return new RabatTooLow("likelihood", answers.Likelihood.Score, thresholds.LeastLikelihood);
        }
    }

    // A form or a file from outside can leave a factor out, whatever the type says.
    private static bool Answered(RabatAnswer? answer) => answer is { Score: >= 0 and <= Full } && Substance.In(answer.Reason);

    private static (string Name, RabatAnswer? Answer)[] Factors(RabatAnswers answers) =>
    [
        ("context", answers.Context),
        ("speaker", answers.Speaker),
        ("intent", answers.Intent),
        ("content-and-form", answers.ContentAndForm),
        ("extent", answers.Extent),
        ("likelihood", answers.Likelihood),
    ];
}
