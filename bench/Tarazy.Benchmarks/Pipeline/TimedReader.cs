using Tarazy.Storage.Bulk;
using Tarazy.Storage.Contexts;

namespace Tarazy.Benchmarks.Pipeline;

/// <summary>The reading stage with a clock on each of its two pieces of work. Both run on one thread from begin to end on SQLite.</summary>
internal sealed class TimedReader(IBulkReader reader) : IBulkReader
{
    /// <summary>Microseconds of reading blocks.</summary>
    public double Read { get; private set; }

    /// <summary>Microseconds of placing and saving what was read.</summary>
    public double Saved { get; private set; }

    public Task CatchUpAsync(CancellationToken cancel) => reader.CatchUpAsync(cancel);

    BulkReading IBulkReader.Read(PostBlock posts)
    {
        var before = ThreadClock.Microseconds;
        var reading = reader.Read(posts);
        Read += ThreadClock.Microseconds - before;
        return reading;
    }

    public async Task<IBulkTurn> TurnAsync(CancellationToken cancel) => new TimedTurn(this, await reader.TurnAsync(cancel));

    private sealed class TimedTurn(TimedReader timed, IBulkTurn turn) : IBulkTurn
    {
        public async Task<bool> SaveAsync(
            DeskContext db, BulkReading reading, long before, IReadOnlyList<StoredPost> stored, CancellationToken cancel)
        {
            var started = ThreadClock.Microseconds;
            var saved = await turn.SaveAsync(db, reading, before, stored, cancel);
            timed.Saved += ThreadClock.Microseconds - started;
            return saved;
        }

        public void Committed() => turn.Committed();

        public void Dispose() => turn.Dispose();
    }
}
