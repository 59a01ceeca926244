using Microsoft.Extensions.DependencyInjection;
using Tarazy.Analysis.Engine;
using Tarazy.Notice.Delivery;
using Tarazy.Notice.Drafting;
using Tarazy.Notice.Notices;
using Tarazy.Notice.Sending;
using Tarazy.Notice.Signing;
using Tarazy.Policy.Clocks;
using Tarazy.Policy.Law;
using Tarazy.Policy.Rungs;
using Tarazy.Publish.Logs;
using Tarazy.Records.Outcomes;
using Tarazy.Review.Decisions;
using Tarazy.Tests.Ingest.Telegram.Export;
using Tarazy.Tests.Review;

namespace Tarazy.Tests.Promises;

/// <summary>7. When a check cannot be made, the answer is no, and it says so.</summary>
public class NoCheckNoActTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void Without_the_pack_no_restriction_is_carried() => Assert.All(CarriedDecisions.All, c =>
    {
        var refusals = Ladder.Check(c.Decision, Packs.None, CarriedDecisions.Today, CarriedDecisions.Facts(c.Pack));
        Says(Assert.Single(refusals.OfType<PackMissing>()), c.Pack.Jurisdiction);
    });

    [Fact]
    public void Without_its_time_zone_a_jurisdiction_has_no_today_and_no_deadline_and_nothing_is_decided_under_it()
    {
        foreach (var pack in WholeDesk.Law.All.Where(p => p.Allows))
        {
            var lost = pack with { Calendar = pack.Calendar with { TimeZone = "Asia/Nowhere" } };
            var decision = CarriedDecisions.All.First(c => c.Pack == pack).Decision;
            var outcome = DecideCaseHandler.Handle(
                new DecideCase(Cases.Id, 1, WholeDesk.Decider, decision), Cases.Open(), new Packs([lost]), CarriedDecisions.Facts(pack), Cases.Now, TimeSpan.Zero);
            Says(Assert.Single(outcome.Refusals.OfType<TimeZoneUnknown>()), "Asia/Nowhere");
            Assert.All(lost.Clocks, clock => Says(Assert.Single(Deadlines.Due(clock, lost.Calendar, Cases.Now).Refusals), "Asia/Nowhere"));
        }
    }

    [Fact]
    public async Task Without_posts_to_name_nothing_is_signed()
    {
        await using var desk = await WholeDesk.StartAsync(change: s => s.AddSingleton<Tarazy.Notice.Opening.INoticedPosts>(new ForgottenPosts()));
        var drafted = await desk.DraftedAsync(1);
        var signed = await desk.Notices.SignAsync(new SignNotice(drafted.Id, drafted.Version, WholeDesk.Signer, true, "plain-request-1", "en"), Cancel);
        Assert.Contains(signed.Refusals, r => r is NoPosts);
        Assert.All(signed.Refusals, r => Says(r, ""));
    }

    [Fact]
    public async Task Without_the_log_nothing_is_sent()
    {
        await using var desk = await WholeDesk.StartAsync();
        var logged = await desk.LoggedAsync(1);
        Directory.Delete(desk.LogFolder, recursive: true);
        await IsNotSentAsync(desk, logged);
        Assert.True(Directory.GetFiles(Path.GetDirectoryName(desk.LogFolder)!, "checkpoint", SearchOption.AllDirectories).Length == 0);
    }

    [Fact]
    public async Task While_log_and_database_do_not_agree_nothing_is_logged_and_nothing_is_sent()
    {
        await using var desk = await WholeDesk.StartAsync();
        var logged = await desk.LoggedAsync(1);
        var checkpoint = Directory.GetFiles(desk.LogFolder, "checkpoint", SearchOption.AllDirectories).Single();
        var text = await File.ReadAllTextAsync(checkpoint, Cancel);
        await File.WriteAllTextAsync(checkpoint, text.Replace("\n1\n", "\n2\n", StringComparison.Ordinal), Cancel);
        await IsNotSentAsync(desk, logged);

        // Whoever writes on finds it too, and refuses before anything new is promised.
        await desk.SignedAsync(2);
        Assert.False(await desk.Logging.StepAsync(Cancel));
        var health = desk.Services.GetRequiredService<IPublicLog>().Health;
        Assert.Equal(LogState.Refused, health.State);
        Assert.NotEmpty(health.Says);
    }

    [Fact]
    public async Task Without_a_mail_server_nothing_is_mailed_and_the_notice_waits_for_a_person()
    {
        await using var desk = await WholeDesk.StartAsync(change: s => s.Remove(s.Single(d => d.ServiceType == typeof(IMailCarrier))));
        var logged = await desk.LoggedAsync(1);
        var outcome = await desk.Notices.SendByMailAsync(new SendByMail(logged.Id, logged.Version, WholeDesk.Signer), Cancel);
        Says(Assert.IsType<MailNotSetUp>(Assert.Single(outcome.Refusals)), "mail server");
        Assert.Equal(NoticeStatus.Signed, (await desk.NoticeAsync(logged.Id)).Status);
    }

    [Fact]
    public async Task A_mail_whose_fate_is_unknown_is_neither_sent_nor_sent_again()
    {
        await using var desk = await WholeDesk.StartAsync();
        desk.Mail.Answer = new MailUncertain("The line broke.");
        var logged = await desk.LoggedAsync(1);
        var sending = WholeDesk.Done(await desk.Notices.SendByMailAsync(new SendByMail(logged.Id, logged.Version, WholeDesk.Signer), Cancel));
        Assert.Equal((NoticeStatus.Sending, null), (sending.Status, sending.Sent));
        var again = await desk.Notices.SendByMailAsync(new SendByMail(logged.Id, sending.Version, WholeDesk.Signer), Cancel);
        Assert.Contains(again.Refusals, r => r is NoticeNotReady);
        Assert.Equal(1, desk.Mail.Sent);
    }

    [Fact]
    public async Task An_old_export_without_a_time_zone_is_not_guessed_at()
    {
        var read = await Exports.ReadAsync("""
            {"name":"Дала жаңалықтары","type":"public_channel","id":1500000001,"messages":[
             {"id":1,"type":"message","date":"2021-12-01T15:00:00","text":"сөз"},{"id":2,"type":"message","date":"2021-12-01T15:01:00","text":"сөз"}]}
            """);
        Assert.Empty(read.Posts);
        var refusal = read.Refusals.First(r => r.Code == "no-time-zone");
        Says(refusal, "--time-zone");
    }

    [Fact]
    public void Without_models_or_rules_the_engine_does_not_say_that_there_is_nothing()
    {
        var empty = Directory.CreateTempSubdirectory("tarazy-empty-");
        var fault = Assert.Throws<InvalidDataException>(() => EngineData.Load(empty.FullName));
        empty.Delete(recursive: true);
        Assert.Contains("nothing can be looked for", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_without_packs_carries_nothing()
    {
        var empty = Directory.CreateTempSubdirectory("tarazy-empty-");
        var load = Packs.Load(empty.FullName);
        empty.Delete(recursive: true);
        Assert.Empty(load.Packs.All);
        Assert.All(CarriedDecisions.All, c => Assert.NotEmpty(Ladder.Check(c.Decision, load.Packs, CarriedDecisions.Today, CarriedDecisions.Facts(c.Pack))));
    }

    private static async Task IsNotSentAsync(WholeDesk desk, NoticeState logged)
    {
        await desk.RunAsync();
        var outcome = await desk.Notices.MarkAsSentAsync(new MarkAsSent(logged.Id, logged.Version, WholeDesk.Signer, "form"), Cancel);
        Says(Assert.IsType<NotInLog>(Assert.Single(outcome.Refusals)), "log");
        var mailed = await desk.Notices.SendByMailAsync(new SendByMail(logged.Id, logged.Version, WholeDesk.Signer), Cancel);
        Assert.IsType<NotInLog>(Assert.Single(mailed.Refusals));
        Assert.Equal(0, desk.Mail.Sent);
    }

    private static void Says(Refusal refusal, string about)
    {
        Assert.EndsWith(".", refusal.Says, StringComparison.Ordinal);
        Assert.Contains(about, refusal.Says, StringComparison.Ordinal);
    }

    private sealed class ForgottenPosts : Tarazy.Notice.Opening.INoticedPosts
    {
        public Task<IReadOnlyList<Tarazy.Records.Notices.NoticedPost>> FindAsync(IReadOnlyList<Tarazy.Records.Posts.PostId> posts, CancellationToken cancel) =>
            Task.FromResult<IReadOnlyList<Tarazy.Records.Notices.NoticedPost>>([]);

        public Task<Tarazy.Records.Posts.Channel?> ChannelAsync(Tarazy.Records.Posts.ChannelId channel, CancellationToken cancel) =>
            Task.FromResult<Tarazy.Records.Posts.Channel?>(null);
    }
}
