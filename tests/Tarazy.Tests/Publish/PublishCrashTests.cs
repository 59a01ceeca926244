using Microsoft.EntityFrameworkCore;
using Tarazy.Publish.Entries;
using Tarazy.Publish.Logs;
using Tarazy.Tests.TransparencyLog;
using Tarazy.TransparencyLog.Checkpoints;
using Tarazy.TransparencyLog.Receipts;

namespace Tarazy.Tests.Publish;

/// <summary>
/// The row, the file and the checkpoint are three steps. A crash between any two of them, at any write, loses no event, logs
/// none twice and never forks.
/// </summary>
public sealed class PublishCrashTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Crash.Kill)]
    [InlineData(Crash.PowerCut)]
    public async Task A_crash_at_any_write_of_the_log_loses_nothing_and_never_forks(object left)
    {
        await using var desk = await PublishDesk.StartAsync();
        PublishTests.WholeLife(desk, 1);
        await desk.RunAsync();
        var number = 2;
        for (var step = 1; step <= 40; step++)
        {
            PublishTests.WholeLife(desk, number++);
            desk.Files.BreakAt(step, (Break)(step % 4));
            await TryAsync(desk.RunAsync);
            await desk.RestartAsync((Crash)left);
            await desk.RunAsync();
            Assert.Equal(LogState.Sound, desk.Log.Health.State);
        }

        var last = desk.Log.Checkpoint()!;
        Assert.Equal((number - 1) * 8, last.Size);
        desk.Log.Reader.CheckEverything(last);
        await using var db = await desk.ContextAsync();
        var seqs = await db.Set<EntryRow>().OrderBy(e => e.Index).Select(e => e.EventSeq).ToListAsync(Cancel);
        Assert.Equal(seqs.Order().Distinct(), seqs);
        foreach (var shown in desk.Files.Shown.Select(c => SignedCheckpoint.Parse(c).Required()))
        {
            var proof = desk.Log.Reader.ProveConsistency(shown.Size, last.Size);
            Assert.True(proof.Check(shown.Checkpoint.Root, last.Checkpoint.Root).Ok);
        }
    }

    [Fact]
    public async Task Rows_without_their_files_are_brought_into_the_log_after_a_restart_without_a_new_event()
    {
        await using var desk = await PublishDesk.StartAsync();
        await desk.RunAsync();
        desk.Draft(1);
        desk.Sign(1);
        desk.Files.BreakAt(1, Break.Before);
        await TryAsync(desk.RunAsync);
        Assert.Equal(LogState.Refused, desk.Log.Health.State);
        Assert.Null(await desk.Receipts.ForEventAsync(2, Cancel));

        await desk.RestartAsync(Crash.PowerCut);
        await desk.RunAsync();
        var receipt = await desk.Receipts.ForEventAsync(2, Cancel);
        Assert.Equal(Verdict.Verified, Check.Receipt(receipt!, desk.Key).Verdict);
    }

    [Fact]
    public async Task A_full_disk_is_got_over_without_a_restart()
    {
        await using var desk = await PublishDesk.StartAsync();
        await desk.RunAsync();
        desk.Draft(1);
        desk.Sign(1);
        desk.Files.BreakAt(3, Break.Torn, once: true);
        await Assert.ThrowsAsync<IOException>(desk.RunAsync);
        await desk.RunAsync();
        Assert.Equal((LogState.Sound, 1), (desk.Log.Health.State, desk.Log.Checkpoint()!.Size));
    }

    [Fact]
    public async Task A_database_that_was_set_back_stops_the_log_and_every_receipt()
    {
        await using var desk = await PublishDesk.StartAsync();
        PublishTests.WholeLife(desk, 1);
        await desk.RunAsync();
        await using (var db = await desk.ContextAsync())
        {
            await db.Set<EntryRow>().Where(e => e.Index >= 6).ExecuteDeleteAsync(Cancel);
        }

        await desk.RestartAsync(Crash.Kill);
        PublishTests.WholeLife(desk, 2);
        await desk.RunAsync();
        Assert.Equal(LogState.Refused, desk.Log.Health.State);
        Assert.Contains("The log has 8 entries but the database only 6", desk.Log.Health.Says, StringComparison.Ordinal);
        Assert.Null(await desk.Receipts.ForEventAsync(2, Cancel));
        Assert.Equal(8, desk.Log.Checkpoint()!.Size);
        await using var after = await desk.ContextAsync();
        Assert.Equal(6, await after.Set<EntryRow>().CountAsync(Cancel));
    }

    [Fact]
    public async Task A_changed_leaf_in_the_database_stops_the_log()
    {
        await using var desk = await PublishDesk.StartAsync();
        PublishTests.WholeLife(desk, 1);
        await desk.RunAsync();
        await using (var db = await desk.ContextAsync())
        {
            await db.Set<EntryRow>().Where(e => e.Index == 3).ExecuteUpdateAsync(e => e.SetProperty(r => r.Leaf, "{}"), Cancel);
        }

        await desk.RestartAsync(Crash.Kill);
        await desk.RunAsync();
        Assert.Equal("Entry 3 of the database is not entry 3 of the log.", desk.Log.Health.Says);
        Assert.Null(await desk.Receipts.ForEventAsync(2, Cancel));
    }

    [Fact]
    public async Task A_log_without_its_key_is_not_given_another()
    {
        await using var desk = await PublishDesk.StartAsync();
        await desk.RunAsync();
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(desk.Options.KeyFile));
        }

        File.Delete(desk.Options.KeyFile);
        await desk.RestartAsync(Crash.Kill);
        await desk.RunAsync();
        Assert.Equal(LogState.Refused, desk.Log.Health.State);
        Assert.False(File.Exists(desk.Options.KeyFile));
    }

    private static async Task TryAsync(Func<Task> act)
    {
        try
        {
            await act();
        }
        catch (IOException)
        {
            // The break under test.
        }
    }
}
