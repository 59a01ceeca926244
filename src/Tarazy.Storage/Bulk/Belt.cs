using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Tarazy.Storage.Bulk;

/// <summary>Joins two pieces of work so that each runs beside the other.</summary>
public static class Belt
{
    /// <summary>Things that may wait to be taken: one to be taken next, one so that nobody waits for its making.</summary>
    private const int Waiting = 2;

    /// <summary>
    /// The same things in the same order, but made by a thread of their own while the caller is busy with those before. A few wait to be
    /// taken, then the making waits. A fault of the making comes out here; leaving early ends it.
    /// </summary>
    public static async IAsyncEnumerable<T> Beside<T>(this IAsyncEnumerable<T> source, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var belt = Channel.CreateBounded<T>(new BoundedChannelOptions(Waiting) { SingleReader = true, SingleWriter = true });
        var making = Task.Run(() => MakeAsync(source, belt.Writer, stop.Token), CancellationToken.None);
        try
        {
            await foreach (var made in belt.Reader.ReadAllAsync(cancel))
            {
                yield return made;
            }
        }
        finally
        {
            await stop.CancelAsync();
            await making;
        }
    }

    private static async Task MakeAsync<T>(IAsyncEnumerable<T> source, ChannelWriter<T> to, CancellationToken cancel)
    {
        try
        {
            await foreach (var made in source.WithCancellation(cancel))
            {
                await to.WriteAsync(made, cancel);
            }

            to.Complete();
        }
#pragma warning disable CA1031 // Not swallowed: whoever takes from the belt is thrown it.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            to.Complete(fault);
        }
    }
}
