using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Tarazy.Notice.Sending;
using Tarazy.Policy.Rungs;
using Tarazy.Records.Cases;
using Tarazy.Records.Findings;
using Tarazy.Records.Notices;
using Tarazy.Review.Decisions;
using Tarazy.Review.SecondReading;
using Tarazy.Server.Accounts;
using Tarazy.TestKit;
using Tarazy.Tests.Review;

namespace Tarazy.Tests.Promises;

/// <summary>
/// 1. No verdict by machine. Detection makes findings; only a person makes a decision. Nothing is sent without one.
/// </summary>
public class NoVerdictByMachineTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Analysis")]
    [InlineData("Ingest")]
    [InlineData("Detect")]
    public void Detection_makes_findings_and_does_not_even_know_a_measure_a_decision_or_a_notice(string project)
    {
        using var file = File.OpenRead(Assembly.Load($"Tarazy.{project}").Location);
        using var image = new PEReader(file);
        var metadata = image.GetMetadataReader();
        var known = metadata.TypeReferences.Select(metadata.GetTypeReference)
            .Select(t => (Space: metadata.GetString(t.Namespace), Name: metadata.GetString(t.Name))).ToList();
        Assert.Contains(known, t => t.Space.StartsWith("Tarazy.Records", StringComparison.Ordinal) || t.Space.StartsWith("System", StringComparison.Ordinal));
        Assert.DoesNotContain(known, t => t.Space is "Tarazy.Records.Cases" or "Tarazy.Records.Notices");
    }

    [Fact]
    public async Task However_strong_and_many_findings_are_all_that_follows_by_itself_are_open_cases()
    {
        await using var desk = await WholeDesk.StartAsync();
        foreach (var post in Enumerable.Range(1, 40))
        {
            desk.Findings.Add(FindingList.Finding(post, strength: double.MaxValue, story: new StoryId($"story:{post % 4}")));
        }

        for (var day = 0; day < 400; day += 40)
        {
            await desk.RunAsync();
            desk.Clock.Advance(TimeSpan.FromDays(40));
        }

        Assert.All(await desk.CaseEvents.ReadAfterAsync(0, 1_000, Cancel), e => Assert.True(e.Item.Event is CaseOpened or FindingJoined));
        await NothingWasMadeAsync(desk);
    }

    [Fact]
    public void Only_a_persons_command_makes_a_decision_and_no_standing_step_can_give_one()
    {
        Dictionary<string, string[]> makers = new()
        {
            ["DecisionMade"] = ["DecideCase.cs"],
            ["SecondReaderAgreed"] = ["ReadSecond.cs"],
            ["NoticeSigned"] = ["SignNotice.cs"],
            ["SendingStarted"] = ["SendNotice.cs"],
            ["NoticeSent"] = ["SendNotice.cs", "SendingDesk.cs"],
        };
        var sources = Directory.GetFiles(Repository.Path("src"), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains("/obj/", StringComparison.Ordinal)).ToDictionary(f => f, File.ReadAllText);
        foreach (var (made, files) in makers)
        {
            var makes = sources.Where(s => Regex.IsMatch(s.Value, $@"\bnew {made}\(", RegexOptions.None, TimeSpan.FromSeconds(5))).Select(s => Path.GetFileName(s.Key));
            Assert.Equal(files, makes.Order(StringComparer.Ordinal));
        }

        var steps = sources.Where(s => Regex.IsMatch(s.Value, @":\s*IStageStep\b", RegexOptions.None, TimeSpan.FromSeconds(5))).ToList();
        Assert.True(steps.Count >= 4, $"only {steps.Count} standing steps were found");
        Assert.All(steps, s => Assert.DoesNotMatch(@"\b(ReviewDesk|NoticeDesk|SendingDesk|DecideCase|ReadSecond|SignNotice|SendByMail|MarkAsSent|IMailCarrier)\b", s.Value));
    }

    [Theory]
    [InlineData(typeof(DecisionMade))]
    [InlineData(typeof(DecisionUndone))]
    [InlineData(typeof(SecondReaderAgreed))]
    [InlineData(typeof(SecondReaderDiffered))]
    [InlineData(typeof(NoticeSigned))]
    [InlineData(typeof(SendingStarted))]
    [InlineData(typeof(NoticeSent))]
    [InlineData(typeof(AppealDecided))]
    [InlineData(typeof(NoticeWithdrawn))]
    public void Whatever_a_person_must_do_names_the_person(Type happened) =>
        Assert.Equal(typeof(ReviewerId), happened.GetProperty("By")?.PropertyType);

    [Fact]
    public async Task The_names_of_the_machine_belong_to_no_person()
    {
        await using var desk = await WholeDesk.StartAsync(change: s => Microsoft.Extensions.DependencyInjection.ServiceCollectionServiceExtensions
            .AddSingleton<Tarazy.Storage.Contexts.IDeskPart, AccountPart>(s));
        var book = new AccountBook(
            (IDbContextFactory<Tarazy.Storage.Contexts.DeskContext>)desk.Services.GetService(typeof(IDbContextFactory<Tarazy.Storage.Contexts.DeskContext>))!, desk.Clock);
        foreach (var name in new[] { "desk", "public", "R-01" })
        {
            Assert.Matches(@"^R-\d\d$", (await book.InviteAsync(name, [Roles.Reviewer], ["kk"], Cancel)).Alias);
        }
    }

    [Fact]
    public async Task Nothing_is_drafted_of_a_case_that_was_claimed_decided_by_one_taken_back_differed_on_or_left_alone()
    {
        await using var desk = await WholeDesk.StartAsync();
        await desk.OpenAsync(1);
        await desk.DecidedAsync(2);
        await TakenBackAsync(desk, 3);
        var differed = await desk.DecidedAsync(4);
        Assert.True((await desk.Review.ReadSecondAsync(
            new ReadSecond(differed.Id, differed.Version, WholeDesk.Second, Measure.Label, null, "A label will do."), Cancel)).Ok);
        foreach (var (post, mild) in new[] { (5, Measure.LeaveAlone), (6, Measure.Context), (7, Measure.Label) })
        {
            var opened = await desk.OpenAsync(post);
            Assert.True((await desk.Review.DecideAsync(
                new DecideCase(opened.Id, 1, WholeDesk.Decider, new Decision(mild, opened.Opened.Harm, "It quotes an old advert.")), CaseFacts.Nothing, Cancel)).Ok);
        }

        desk.Clock.Advance(TimeSpan.FromDays(30));
        await desk.RunAsync();
        await NothingWasMadeAsync(desk);
    }

    [Fact]
    public async Task Nothing_is_sent_without_a_decision_two_readers_and_a_signature_whoever_asks()
    {
        await using var desk = await WholeDesk.StartAsync();
        var opened = await desk.OpenAsync(1);
        foreach (var id in new[] { opened.Id.Value, "notice:" + opened.Id.Value, "notice:1", "" })
        {
            Assert.False((await desk.Notices.MarkAsSentAsync(new MarkAsSent(new NoticeId(id), 1, WholeDesk.Signer, "form"), Cancel)).Ok);
            Assert.False((await desk.Notices.SendByMailAsync(new SendByMail(new NoticeId(id), 1, WholeDesk.Signer), Cancel)).Ok);
        }

        var drafted = await desk.DraftedAsync(2);
        await desk.RunAsync();
        Assert.False((await desk.Notices.MarkAsSentAsync(new MarkAsSent(drafted.Id, drafted.Version, WholeDesk.Signer, "form"), Cancel)).Ok);
        Assert.False((await desk.Notices.SendByMailAsync(new SendByMail(drafted.Id, drafted.Version, WholeDesk.Signer), Cancel)).Ok);
        Assert.Equal(0, desk.Mail.Sent);

        // The whole way by people, so that the refusals above are not those of a desk that never sends.
        var logged = await desk.LoggedAsync(3);
        Assert.True((await desk.Notices.SendByMailAsync(new SendByMail(logged.Id, logged.Version, WholeDesk.Signer), Cancel)).Ok);
        Assert.Equal(1, desk.Mail.Sent);
        Assert.NotEqual(logged.Drafted.Decider, logged.Drafted.SecondReader);
    }

    private static async Task TakenBackAsync(WholeDesk desk, int post)
    {
        var opened = await desk.OpenAsync(post);
        var decision = Cases.Decision(Measure.RemovePost) with { Answers = Cases.Answers() };
        Assert.True((await desk.Review.DecideAsync(new DecideCase(opened.Id, 1, WholeDesk.Decider, decision), CaseFacts.Nothing, Cancel)).Ok);
        var early = await desk.Review.ReadSecondAsync(
            new ReadSecond(opened.Id, 2, WholeDesk.Second, decision.Measure, decision.Clause, "The contact stays in view."), Cancel);
        Assert.IsType<StillUndoable>(Assert.Single(early.Refusals));
        Assert.True((await desk.Review.UndoAsync(new UndoDecision(opened.Id, 2, WholeDesk.Decider), Cancel)).Ok);
    }

    private static async Task NothingWasMadeAsync(WholeDesk desk)
    {
        Assert.Empty(await desk.NoticeEvents.ReadAfterAsync(0, 10, Cancel));
        await using var db = await desk.ContextAsync();
        Assert.Equal(0, await db.Set<Tarazy.Publish.Entries.EntryRow>().CountAsync(Cancel));
        Assert.Equal(0, await db.Set<Tarazy.Publish.Register.RegisterRow>().CountAsync(Cancel));
        Assert.Equal(0, desk.Mail.Sent);
    }
}
