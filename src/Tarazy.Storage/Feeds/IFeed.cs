namespace Tarazy.Storage.Feeds;

/// <summary>
/// A numbered, append-only table that the next stage reads. It is the whole hand-over between two stages: each reader keeps a
/// cursor, and a crash means reading again from there.
/// </summary>
public interface IFeed<T>
{
    /// <summary>At most <paramref name="most"/> items numbered above <paramref name="after"/>, in order and without gaps still to come.</summary>
    Task<IReadOnlyList<Numbered<T>>> ReadAfterAsync(long after, int most, CancellationToken cancel);
}

/// <param name="Seq">Place in the feed, from 1.</param>
public readonly record struct Numbered<T>(long Seq, T Item);

/// <summary>A stage's share of the standing work: it takes what lies behind its cursor and says whether there was any.</summary>
public interface IStageStep
{
    /// <summary>Name in log lines, e.g. <c>detect</c>.</summary>
    string Name { get; }

    /// <returns>True when something was done, so that it should be asked again at once.</returns>
    Task<bool> StepAsync(CancellationToken cancel);
}
