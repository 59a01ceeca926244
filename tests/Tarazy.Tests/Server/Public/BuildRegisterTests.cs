using Tarazy.Records.Cases;
using Tarazy.Records.Notices;
using Tarazy.Server.Public.Notices;
using Tarazy.Server.Public.Register;
using Published = Tarazy.Publish.Register;

namespace Tarazy.Tests.Server.Public;

public class BuildRegisterTests
{
    private static readonly Dictionary<string, string> Channels = new(StringComparer.Ordinal) { ["telegram:1"] = "@steppe" };

    [Fact]
    public void An_open_notice_is_called_by_its_harm_and_its_channel()
    {
        var line = BuildRegister.Line(Entries.Line(), Named.Bare, Channels);

        Assert.Equal("harm.extortion: @steppe", line.Title);
        Assert.Equal("answered", line.State);
        Assert.Equal(TimeSpan.FromHours(2), line.AnsweredIn);
        Assert.Equal("telegram-abuse", line.Addressee);
    }

    [Fact]
    public void A_sealed_notice_shows_its_number_its_entry_and_the_day_it_opens()
    {
        var line = BuildRegister.Line(Entries.Line(new DateOnly(2027, 1, 1)), Named.Bare, Channels);

        Assert.True(line is { Title: null, ClauseTitle: null, Measure: null, Addressee: null, Answer: null, AnsweredIn: null, State: "sealed" });
        Assert.Equal(3, line.Entry);
    }

    [Fact]
    public void An_erased_notice_is_not_called_sealed()
    {
        var line = BuildRegister.Line(Entries.Line() with { Subject = null, ErasedAt = Entries.Start }, Named.Bare, Channels);

        Assert.Equal("register.erased", line.Title);
        Assert.NotEqual("sealed", line.State);
    }

    [Fact]
    public void What_changes_a_readers_mind_most_is_the_standing_that_is_shown()
    {
        var line = Entries.Line();
        Assert.Equal("reversed", NoticeStanding.Of(line with { Reversed = true, Withdrawn = true }));
        Assert.Equal("withdrawn", NoticeStanding.Of(line with { Withdrawn = true, AppealWaits = true }));
        Assert.Equal("appealed", NoticeStanding.Of(line with { Appealed = true, AppealWaits = true }));
        Assert.Equal("answered", NoticeStanding.Of(line with { Appealed = true }));
        Assert.Equal("no-answer", NoticeStanding.Of(line with { Outcome = AnswerOutcome.NoAnswer }));
        Assert.Equal("received", NoticeStanding.Of(line with { Outcome = null }, received: true));
        Assert.Equal("sent", NoticeStanding.Of(line with { Outcome = null }));
        Assert.Equal("logged", NoticeStanding.Of(line with { Outcome = null, SentAt = null }));
    }

    [Fact]
    public void Silence_is_not_counted_as_an_answer()
    {
        var figures = BuildRegister.Figures(
            Counted(new() { [AnswerOutcome.Removed] = 3, [AnswerOutcome.Refused] = 1, [AnswerOutcome.NoAnswer] = 5 }),
            new Dictionary<Measure, int> { [Measure.LeaveAlone] = 90, [Measure.RemovePost] = 10 },
            new DateOnly(2025, 12, 1),
            new DateOnly(2026, 3, 1));

        Assert.Equal(4, figures.Answered);
        Assert.Equal((100, 90, 10), (figures.LookedAt, figures.LeftAlone, figures.Acted));
    }

    [Fact]
    public void A_page_in_the_middle_leads_both_ways_and_the_first_page_only_on()
    {
        var asked = new RegisterAsked(new RegisterFilter(Law: "kz"), 41);
        var figures = BuildRegister.Figures(Counted([]), new Dictionary<Measure, int>(), new DateOnly(2025, 12, 1), new DateOnly(2026, 3, 1));

        var middle = BuildRegister.View(asked, new Published.RegisterPage([Entries.Line()], 120, 3, 60, 91), figures, Named.Bare, Channels);
        Assert.Equal(("law=kz&after=91", "law=kz&after=3", 61), (middle.Newer, middle.Older, middle.From));
        Assert.Equal([2026, 2025], middle.Choices.Years);

        var second = BuildRegister.View(asked, new Published.RegisterPage([Entries.Line()], 51, null, 50, null), figures, Named.Bare, Channels);
        Assert.Equal(("law=kz", (string?)null), (second.Newer, second.Older));

        var first = BuildRegister.View(asked with { After = null }, new Published.RegisterPage([Entries.Line()], 1, null), figures, Named.Bare, Channels);
        Assert.Equal(((string?)null, (string?)null), (first.Newer, first.Older));
    }

    private static Published.RegisterStatistics Counted(Dictionary<AnswerOutcome, int> outcomes) =>
        new(9, 9, 0, outcomes, null, 0, 0, 0, 0, 0, 0, 0);
}
