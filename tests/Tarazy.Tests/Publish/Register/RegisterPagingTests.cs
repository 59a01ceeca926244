using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Tarazy.Publish.Entries;
using Tarazy.Publish.Logs;
using Tarazy.Publish.Register;
using Tarazy.Records.Cases;
using Tarazy.Records.Notices;
using Tarazy.Storage;
using Tarazy.Storage.Contexts;
using Tarazy.TestKit.Databases;
using Tarazy.TransparencyLog.Checkpoints;
using Tarazy.TransparencyLog.Tiles;
using Tarazy.TransparencyLog.Tree;

namespace Tarazy.Tests.Publish.Register;

/// <summary>Seven notices, newest N-7; N-3 is sealed, N-5 was answered and N-6 reversed. Each has one entry.</summary>
public class RegisterPagingTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Pages_lead_on_and_back_over_the_same_notices()
    {
        await using var file = new SqliteFile();
        var register = await RegisterAsync(file);
        var cancel = TestContext.Current.CancellationToken;

        var first = await register.PageAsync(new RegisterFilter(Size: 2), cancel);
        var second = await register.PageAsync(new RegisterFilter(Size: 2, Before: first.Next), cancel);
        var third = await register.PageAsync(new RegisterFilter(Size: 2, Before: second.Next), cancel);
        var back = await register.PageAsync(new RegisterFilter(Size: 2, Before: third.Newer), cancel);

        Assert.Equal(["N-7", "N-6"], Numbers(first));
        Assert.Equal(["N-3", "N-2"], Numbers(third));
        Assert.Equal(Numbers(second), Numbers(back));
        Assert.Equal((0, 2, 4), (first.Skipped, second.Skipped, third.Skipped));
        Assert.Null(second.Newer);
    }

    [Fact]
    public async Task What_waits_what_was_reversed_and_what_is_sealed_can_be_asked_for()
    {
        await using var file = new SqliteFile();
        var register = await RegisterAsync(file);

        Assert.Equal(["N-7", "N-4", "N-2", "N-1"], await AskAsync(register, new RegisterFilter(Standing: RegisterStanding.Waiting)));
        Assert.Equal(["N-6"], await AskAsync(register, new RegisterFilter(Standing: RegisterStanding.Reversed)));
        Assert.Equal(["N-3"], await AskAsync(register, new RegisterFilter(Standing: RegisterStanding.Sealed)));
    }

    [Fact]
    public async Task A_sealed_notice_cannot_be_found_by_what_is_inside_it()
    {
        await using var file = new SqliteFile();
        var register = await RegisterAsync(file);

        Assert.Empty(await AskAsync(register, new RegisterFilter(Text: "n-3", Standing: RegisterStanding.Sealed)));
        Assert.Empty(await AskAsync(register, new RegisterFilter(Harm: "extortion", Standing: RegisterStanding.Sealed)));
    }

    [Fact]
    public async Task The_newest_entries_are_those_under_the_checkpoint_and_a_sealed_one_names_no_notice()
    {
        await using var file = new SqliteFile();
        var register = await RegisterAsync(file, covered: 4);

        var latest = await register.LatestAsync(3, TestContext.Current.CancellationToken);

        Assert.Equal([3, 2, 1], latest.Select(e => e.Index));
        Assert.Equal(["N-4", null, "N-2"], latest.Select(e => e.Number));
    }

    private static async Task<IEnumerable<string>> AskAsync(PublicRegister register, RegisterFilter filter) =>
        Numbers(await register.PageAsync(filter, TestContext.Current.CancellationToken));

    private static IEnumerable<string> Numbers(RegisterPage page) => page.Lines.Select(l => l.Number);

    private static async Task<PublicRegister> RegisterAsync(SqliteFile file, long covered = 7)
    {
        var services = new ServiceCollection().AddStorage(file.Options).AddSingleton<IDeskPart, PublishPart>().BuildServiceProvider();
        var contexts = services.GetRequiredService<IDbContextFactory<DeskContext>>();
        await using var db = await contexts.CreateDbContextAsync(TestContext.Current.CancellationToken);
        await db.Database.EnsureCreatedAsync(TestContext.Current.CancellationToken);
        for (var n = 1; n <= 7; n++)
        {
            db.AddRange(Row(n), Entry(n));
        }

        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        return new PublicRegister(contexts, new Log(covered), new FakeTimeProvider(Now));
    }

    private static DateOnly? Seal(int n) => n == 3 ? new DateOnly(2027, 1, 1) : null;

    private static RegisterRow Row(int n) => new()
    {
        Notice = $"notice:{n}",
        Number = $"N-{n}",
        Decider = "R-01",
        SecondReader = "R-02",
        SealedUntil = Seal(n),
        FirstEntry = n - 1,
        Harm = "extortion",
        Measure = Measure.RemovePost,
        Channel = "telegram:1",
        Words = $"n-{n}",
        SignedAt = Now.AddHours(n),
        SentAt = Now.AddHours(n),
        Outcome = n == 5 ? AnswerOutcome.Removed : null,
        WithdrawnAt = n == 6 ? Now.AddDays(1) : null,
        Reversed = n == 6,
    };

    private static EntryRow Entry(int n) => new()
    {
        Index = n - 1,
        Feed = EntryRow.NoticeFeed,
        EventSeq = n,
        Subject = $"notice:{n}",
        Type = "notice-signed",
        Role = "reviewer",
        At = Now.AddHours(n),
        Leaf = "{}",
        SealedUntil = Seal(n),
    };

    private sealed class Log(long covered) : IPublicLog
    {
        public string? VerifierKey => null;

        public LogHealth Health => new(LogState.Sound, "");

        public SignedCheckpoint? Checkpoint() =>
            SignedCheckpoint.Sign(new Checkpoint("desk.example/log", covered, new Digest(new byte[Digest.Length])), SignerKey.Create("desk.example/log"));

        public byte[]? ReadTile(TilePath path) => null;
    }
}
