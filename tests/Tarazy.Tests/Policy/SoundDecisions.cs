using Tarazy.Policy.Law;
using Tarazy.Policy.Rungs;
using Tarazy.Records.Cases;
using Tarazy.Records.Findings;
using Tarazy.TestKit;

namespace Tarazy.Tests.Policy;

/// <summary>Decisions that the shipped law carries, for tests that take one thing out of them.</summary>
internal static class SoundDecisions
{
    public const string Reasons = "The words call on readers to leave for fighting.";
    public static readonly DateOnly Today = new(2026, 11, 23);
    public static readonly Packs Law = Packs.Load(Repository.Path("policies")).Packs;
    public static readonly CaseFacts Facts = new(2, [new("kz", DeskRole.Authority)]);

    public static readonly ProportionalityAnswers Answers = new(
        "The clause is public and foreseeable.",
        LegitimateAim.PublicOrder,
        "Safety of young readers in small towns.",
        "The post gives a contact and a date of departure.",
        "A label leaves the contact in view.",
        [],
        null,
        Harmful: true);

    public static readonly Decision Sound = new(
        Measure.RemovePost,
        new HarmId("mercenary-recruitment"),
        Reasons,
        new ClauseRef("kz", "crim-170"),
        Answers,
        EndsOn: new DateOnly(2027, 11, 12),
        Territory: "KZ",
        Addressee: "telegram-abuse",
        ChannelReasons: "The channel repeats the call every week under new names.");

    public static readonly RabatAnswer Two = new(2, "Seen in the words and in the comments below.");

    public static readonly Decision Inciting = Sound with
    {
        Harm = new HarmId("incitement"),
        Clause = new ClauseRef("kz", "crim-174"),
        Rabat = new RabatAnswers(Two, Two, Two, Two, Two, Two),
    };

    public static Packs With(Func<Pack, Pack> change) => new([change(Law.Find("kz")!)]);

    public static List<string> Codes(Decision decision, CaseFacts? facts = null) =>
        [.. Ladder.Check(decision.Measure == Measure.RestrictChannel && decision.EndsOn == Sound.EndsOn ? decision with { EndsOn = Today.AddDays(90) } : decision, Law, Today, facts ?? Facts).Select(r => r.Code)];
}
