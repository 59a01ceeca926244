using Tarazy.Storage.Bulk;

namespace Tarazy.Tests.Storage.Bulk;

public class BeltTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_made_beside_comes_out_whole_and_in_order() =>
        Assert.Equal(Enumerable.Range(0, 1_000), await Numbers(1_000).Beside(Cancel).Beside(Cancel).ToListAsync(Cancel));

    [Fact]
    public async Task A_fault_comes_out_where_the_things_are_taken_and_after_those_that_were_made()
    {
        var taken = new List<int>();
        await Assert.ThrowsAsync<InvalidDataException>(async () =>
        {
            await foreach (var number in Numbers(7, fails: true).Beside(Cancel).Beside(Cancel))
            {
                taken.Add(number);
            }
        });
        Assert.Equal(Enumerable.Range(0, 7), taken);
    }

    [Fact]
    public async Task Who_leaves_early_leaves_nobody_working()
    {
        var ended = false;
        await foreach (var number in Endless(() => ended = true, Cancel).Beside(Cancel).Beside(Cancel))
        {
            if (number == 3)
            {
                break;
            }
        }

        Assert.True(ended);
    }

    private static async IAsyncEnumerable<int> Numbers(int count, bool fails = false)
    {
        for (var i = 0; i < count; i++)
        {
            await Task.Yield();
            yield return i;
        }

        if (fails)
        {
            throw new InvalidDataException();
        }
    }

    private static async IAsyncEnumerable<int> Endless(Action ended, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        try
        {
            for (var i = 0; ; i++)
            {
                cancel.ThrowIfCancellationRequested();
                await Task.Yield();
                yield return i;
            }
        }
        finally
        {
            ended();
        }
    }
}
