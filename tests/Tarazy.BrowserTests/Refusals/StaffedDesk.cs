using Tarazy.BrowserTests.Kit;
using Tarazy.BrowserTests.People;

namespace Tarazy.BrowserTests.Refusals;

/// <summary>One desk for the tests of a class: an administrator and two readers are in, and the queue is filled.</summary>
public sealed class StaffedDesk(TheBrowser browser) : IAsyncLifetime
{
    private readonly Queue<string> _recruitment = new();
    private readonly Queue<string> _other = new();

    internal TheDesk Desk { get; private set; } = null!;

    internal APerson Admin { get; private set; } = null!;

    internal APerson First { get; private set; } = null!;

    internal APerson Second { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        if (!TheBrowser.Here)
        {
            return;
        }

        Desk = await TheDesk.OpensAsync(browser);
        Admin = await Desk.AdminComesInAsync();
        First = await Desk.ColleagueComesInAsync(Admin, "First reader", ["reviewer"]);
        Second = await Desk.ColleagueComesInAsync(Admin, "Second reader", ["reviewer"]);
        await Patience.UntilAsync("the queue is filled", async () => (await ACase.NumbersOfAsync(First, "Recruitment to war")).Count >= 3);
        var recruitment = await ACase.NumbersOfAsync(First, "Recruitment to war");
        foreach (var number in recruitment.Reverse())
        {
            _recruitment.Enqueue(number);
        }

        foreach (var number in (await ACase.NumbersOfAsync(First, "")).Except(recruitment).Reverse())
        {
            _other.Enqueue(number);
        }
    }

    public ValueTask DisposeAsync() => Desk is null ? ValueTask.CompletedTask : Desk.DisposeAsync();

    /// <summary>A recruitment case that no other test has touched. They come from the end, so that the head of the queue stays.</summary>
    internal string FreshRecruitment() => _recruitment.Dequeue();

    /// <summary>A case of another harm that no other test has touched.</summary>
    internal string FreshCase() => _other.Dequeue();
}
