namespace Tarazy.Records.Cases;

/// <summary>The three-part test of ICCPR article 19(3), answered by a person before any rung above <see cref="Measure.Label"/>.</summary>
/// <param name="Legality">Why the clause is public and foreseeable and the desk may invoke it.</param>
/// <param name="Aim">One aim of article 19(3). That something is false is not among them.</param>
/// <param name="AimReason">Whose right or which interest, in this case.</param>
/// <param name="Necessity">The concrete link between the words and the harm.</param>
/// <param name="WhyNotMilder">Why no lower rung would do.</param>
/// <param name="Contexts">What speaks for the author and was weighed.</param>
/// <param name="ContextWeighed">Why the measure stands in spite of those contexts; owed when there are any.</param>
/// <param name="Harmful">False when the post is only untrue: then nothing above <see cref="Measure.Label"/> is carried.</param>
public sealed record ProportionalityAnswers(
    string Legality,
    LegitimateAim Aim,
    string AimReason,
    string Necessity,
    string WhyNotMilder,
    IReadOnlyList<ExpressionContext> Contexts,
    string? ContextWeighed,
    bool Harmful);

/// <summary>ICCPR article 19(3): the whole list. <see cref="None"/> means unanswered.</summary>
public enum LegitimateAim
{
    None,
    RightsOfOthers,
    ReputationOfOthers,
    NationalSecurity,
    PublicOrder,
    PublicHealth,
    PublicMorals,
}

/// <summary>Kinds of speech that are owed more room.</summary>
public enum ExpressionContext
{
    Satire,
    News,
    Quotation,
    CounterSpeech,
    PublicFigure,
    PublicInterest,
}

/// <summary>The six factors of the Rabat Plan of Action (A/HRC/22/17/Add.4, paragraph 29), for incitement.</summary>
public sealed record RabatAnswers(
    RabatAnswer Context,
    RabatAnswer Speaker,
    RabatAnswer Intent,
    RabatAnswer ContentAndForm,
    RabatAnswer Extent,
    RabatAnswer Likelihood);

/// <param name="Score">0 not met, 4 fully met.</param>
public sealed record RabatAnswer(int Score, string Reason);
