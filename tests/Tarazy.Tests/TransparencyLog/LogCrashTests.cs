using Tarazy.TransparencyLog;
using Tarazy.TransparencyLog.Checkpoints;
using Tarazy.TransparencyLog.Tiles;

namespace Tarazy.Tests.TransparencyLog;

/// <summary>
/// Every step at which a crash can fall × how it falls × what is left, twice in a row. Expected: the log opens again, has
/// at least every entry of a checkpoint that somebody could have seen, and never a second tree beside it, even when other
/// entries come after the crash than before.
/// </summary>
public sealed class LogCrashTests : IDisposable
{
    private static readonly Break[] Breaks = Enum.GetValues<Break>();
    private static readonly Crash[] Crashes = Enum.GetValues<Crash>();

    private readonly SignerKey _key = SignerKey.Create("desk.example/log");

    public void Dispose() => _key.Dispose();

    [Fact]
    public void A_crash_at_any_step_and_another_while_coming_back_lose_nothing_and_never_fork()
    {
        var runs = 0;
        foreach (var (first, how, left) in AllBreaks(Steps([3, 5])))
        {
            // Every other pair: the pairs left out differ from one that is run by a single step.
            foreach (var (second, howAgain, leftAgain) in AllBreaks(12).Where(b => (b.Step + first) % 2 == 0))
            {
                var files = new CrashableFiles();
                files.BreakAt(first, how);
                Try(() => Grow(files, [3, 5], "before"));
                files.Restart(left);
                files.BreakAt(second, howAgain);
                Try(() => Grow(files, [5], "between"));
                files.Restart(leftAgain);
                CheckAndContinue(files, [0, 3, 5], to: 8);
                runs++;
            }
        }

        Assert.True(runs > 5_000, $"only {runs} runs");
    }

    [Fact]
    public void A_crash_where_tiles_become_whole_loses_nothing_and_never_forks()
    {
        foreach (var (step, how, left) in AllBreaks(Steps([250, 520])))
        {
            var files = new CrashableFiles();
            files.BreakAt(step, how);
            Try(() => Grow(files, [250, 520], "before"));
            files.Restart(left);
            CheckAndContinue(files, [0, 250, 520], to: 770);
        }
    }

    [Fact]
    public void A_passing_fault_is_got_over_by_the_same_writer()
    {
        for (var step = 1; step <= 30; step++)
        {
            foreach (var how in Breaks)
            {
                var files = new CrashableFiles();
                using (var log = Log.Open(files, _key))
                {
                    log.Append(0, Trees.Entries(0, 3));
                    files.BreakAt(step, how, once: true);
                    Try(() => log.Append(3, Trees.Entries(3, 5)));
                    Try(() => log.Append(3, Trees.Entries(3, 5, "again")));
                    files.BreakAt(0, Break.Before);
                    Try(() => log.Append(log.Reader.Checkpoint()!.Size, []));
                    log.Append(log.Size, Trees.Entries(log.Size, 6, "again"));
                }

                CheckAndContinue(files, [6], to: 8);
            }
        }
    }

    private static IEnumerable<(int Step, Break How, Crash Left)> AllBreaks(int steps) =>
        from step in Enumerable.Range(1, steps) from how in Breaks from left in Crashes select (step, how, left);

    private int Steps(int[] sizes)
    {
        var files = new CrashableFiles();
        Grow(files, sizes, "before");
        return files.Steps;
    }

    private void Grow(CrashableFiles files, int[] sizes, string story)
    {
        using var log = Log.Open(files, _key);
        foreach (var size in sizes.Where(s => s > log.Size))
        {
            log.Append(log.Size, Trees.Entries(log.Size, size, story));
        }
    }

    private void CheckAndContinue(CrashableFiles files, long[] expected, int to)
    {
        using var log = Log.Open(files, _key);
        var shown = files.Shown.Select(c => SignedCheckpoint.Parse(c).Required().Checkpoint).ToList();
        Assert.Contains(log.Size, expected);
        Assert.True(log.Size >= shown.Max(c => c.Size), "a published checkpoint was lost");

        log.Append(log.Size, Trees.Entries(log.Size, to, "after"));
        log.Reader.CheckEverything(log.Latest);
        foreach (var checkpoint in shown)
        {
            Assert.Equal(checkpoint.Root, new TileReader(files, checkpoint.Size).Root());
            var proof = log.Reader.ProveConsistency(checkpoint.Size, to);
            Assert.True(proof.Check(checkpoint.Root, log.Latest.Checkpoint.Root).Ok);
        }
    }

    private static void Try(Action act)
    {
        try
        {
            act();
        }
        catch (Exception broken) when (broken is IOException or LogDamagedException)
        {
            // The break under test, or the writer's refusal to add what it has already; what follows is checked afterwards.
        }
    }
}
