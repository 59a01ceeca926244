using System.Globalization;
using Tarazy.Policy.Loading;
using Tarazy.Records.Cases;
using Tarazy.Records.Findings;
using Tarazy.Records.Outcomes;

namespace Tarazy.Policy.Rungs;

/// <summary>Why a rung is not carried.</summary>
public abstract record LadderRefusal : SentenceRefusal
{
    private protected LadderRefusal(string code, FormattableString says)
        : base(code, says)
    {
    }

    /// <summary>Every code the ladder can refuse with. They are stable: tests of packs, pages and programs rest on them.</summary>
    public static IReadOnlyList<string> Codes { get; } =
    [
        "no-such-rung",
        "no-reasons",
        "no-clause",
        "pack-missing",
        "clause-unknown",
        "clause-not-in-force",
        "harm-unknown",
        "harm-not-covered",
        "measure-not-named",
        "no-three-part-test",
        "answer-empty",
        "answers-repeat",
        "no-aim",
        "only-false",
        "context-not-weighed",
        "no-rabat",
        "rabat-unanswered",
        "rabat-too-low",
        "rabat-not-met",
        "no-end-date",
        "end-date-past",
        "end-date-too-far",
        "no-addressee",
        "addressee-unknown",
        "addressee-not-in-service",
        "addressee-not-for-desk",
        "addressee-address-unknown",
        "addressee-not-for-measure",
        "no-territory",
        "territory-outside-pack",
        "too-few-upheld-notices",
        "no-channel-reasons",
        "seal-without-reason",
        "seal-past",
        "seal-too-long",
        "seal-not-checkable",
    ];

    private protected static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

public sealed record NoSuchRung(int Value)
    : LadderRefusal("no-such-rung", $"The ladder has no rung {Value}: it ends at one channel.");

public sealed record NoReasons()
    : LadderRefusal("no-reasons", $"Say why, in a sentence the channel will read.");

public sealed record NoClause()
    : LadderRefusal("no-clause", $"Above a label a clause of law is owed.");

/// <summary>The check could not be made, so the answer is no.</summary>
public sealed record PackMissing(string Jurisdiction)
    : LadderRefusal("pack-missing", $"There is no sound pack for \"{Jurisdiction}\", so the clause cannot be checked and the answer is no.");

public sealed record ClauseUnknown(ClauseRef Clause)
    : LadderRefusal("clause-unknown", $"The pack has no clause {Clause}.");

public sealed record ClauseNotInForce(ClauseRef Clause, DateOnly On)
    : LadderRefusal("clause-not-in-force", $"The clause {Clause} is not known to be in force on {Day(On)}.");

public sealed record HarmUnknown(HarmId Harm, string Jurisdiction)
    : LadderRefusal("harm-unknown", $"The pack {Jurisdiction} does not know the harm {Harm}, so what is owed cannot be told and the answer is no.");

public sealed record HarmNotCovered(ClauseRef Clause, HarmId Harm)
    : LadderRefusal("harm-not-covered", $"The clause {Clause} does not cover the harm {Harm}.");

public sealed record MeasureNotNamed(ClauseRef Clause, Measure Measure)
    : LadderRefusal("measure-not-named", $"The clause {Clause} does not name this measure: {Words.Of(Measure)}.");

public sealed record NoThreePartTest()
    : LadderRefusal("no-three-part-test", $"Above a label the three-part test is owed.");

/// <param name="Question">legality, aim, necessity or milder.</param>
public sealed record AnswerEmpty(string Question)
    : LadderRefusal("answer-empty", $"The question of {Question} has no answer yet: write a sentence.");

public sealed record AnswersRepeat()
    : LadderRefusal("answers-repeat", $"Two questions of the three-part test have the same answer.");

public sealed record NoAim()
    : LadderRefusal("no-aim", $"Choose the aim that article 19(3) knows. That something is false is not one.");

public sealed record OnlyFalse()
    : LadderRefusal("only-false", $"Falsehood alone is no ground: it earns context or a label.");

/// <param name="Contexts">What speaks for the author and was ticked.</param>
public sealed record ContextNotWeighed(string Contexts)
    : LadderRefusal("context-not-weighed", $"Say why the measure stands although this is {Contexts}.");

public sealed record NoRabat()
    : LadderRefusal("no-rabat", $"For incitement the six factors of the Rabat Plan of Action are owed.");

public sealed record RabatUnanswered(string Factor)
    : LadderRefusal("rabat-unanswered", $"The factor {Factor} needs a score from 0 to 4 and a reason.");

public sealed record RabatTooLow(string Factor, int Score, int Least)
    : LadderRefusal("rabat-too-low", $"The factor {Factor} is scored {Score}; under {Least} nothing above a label is carried.");

public sealed record RabatNotMet(string Factor, int Score, int Met)
    : LadderRefusal("rabat-not-met", $"The factor {Factor} is scored {Score}; a referral to criminal law needs {Met} or more on all six.");

public sealed record NoEndDate()
    : LadderRefusal("no-end-date", $"Every measure ends: name the day.");

public sealed record EndDatePast(DateOnly EndsOn)
    : LadderRefusal("end-date-past", $"The end date {Day(EndsOn)} is not in the future.");

public sealed record EndDateTooFar(DateOnly EndsOn, int LongestDays, DateOnly Latest)
    : LadderRefusal("end-date-too-far", $"The end date {Day(EndsOn)} is too far: this rung lasts at most {LongestDays} days, to {Day(Latest)}.");

public sealed record NoAddressee()
    : LadderRefusal("no-addressee", $"Somebody has to be asked: choose the addressee.");

public sealed record AddresseeUnknown(string Addressee)
    : LadderRefusal("addressee-unknown", $"The pack has no addressee \"{Addressee}\".");

public sealed record AddresseeNotInService(string Addressee, DateOnly On)
    : LadderRefusal("addressee-not-in-service", $"The addressee {Addressee} is not known to be in service on {Day(On)}.");

public sealed record AddresseeNotForDesk(string Addressee, string MayUse)
    : LadderRefusal("addressee-not-for-desk", $"This desk may not use the addressee {Addressee}; it takes notices from: {MayUse}.");

public sealed record AddresseeAddressUnknown(string Addressee)
    : LadderRefusal("addressee-address-unknown", $"The address of {Addressee} is not known: find it out and add it to the pack, with its source.");

public sealed record AddresseeNotForMeasure(string Addressee, Measure Measure)
    : LadderRefusal("addressee-not-for-measure", $"The addressee {Addressee} cannot do this: {Words.Of(Measure)}.");

public sealed record NoTerritory()
    : LadderRefusal("no-territory", $"Name the country in which the measure holds.");

public sealed record TerritoryOutsidePack(string Territory, string Jurisdiction)
    : LadderRefusal("territory-outside-pack", $"The pack {Jurisdiction} has no say in \"{Territory}\".");

public sealed record TooFewUpheldNotices(int Upheld, int Needed)
    : LadderRefusal("too-few-upheld-notices", $"A channel is restricted only after repeated upheld notices: {Upheld} of {Needed}.");

public sealed record NoChannelReasons()
    : LadderRefusal("no-channel-reasons", $"Say separately why one post is not enough and the channel has to be restricted.");

public sealed record SealWithoutReason()
    : LadderRefusal("seal-without-reason", $"An entry is sealed only to protect a victim: say whom publicity would hurt and how, without a name.");

public sealed record SealPast(DateOnly Until)
    : LadderRefusal("seal-past", $"The day on which the seal opens, {Day(Until)}, is not in the future.");

public sealed record SealTooLong(DateOnly Until, int LongestDays, DateOnly Latest)
    : LadderRefusal("seal-too-long", $"The seal opens too late on {Day(Until)}: at most {LongestDays} days, to {Day(Latest)}.");

public sealed record SealNotCheckable()
    : LadderRefusal("seal-not-checkable", $"Without a clause no pack says how long a seal may last, so the answer is no.");
