using Tarazy.BrowserTests.Kit;
using Tarazy.BrowserTests.People;
using Tarazy.BrowserTests.Way;

namespace Tarazy.BrowserTests.Looks;

/// <summary>A desk on which every page has something to show: an appeal that waits, a case that waits for its second reader.</summary>
public sealed class ADeskWithEverything(TheBrowser browser) : IAsyncLifetime
{
    internal TheWay Way { get; private set; } = null!;

    /// <summary>A case that the second reader has still to read.</summary>
    internal string SecondReading { get; private set; } = "";

    /// <summary>A case that nobody has decided.</summary>
    internal string Untouched { get; private set; } = "";

    /// <summary>A demand that waits for its checks.</summary>
    internal string Demand { get; private set; } = "";

    /// <summary>A one-time link that nobody has used.</summary>
    internal string Unused { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        if (!TheBrowser.Here)
        {
            return;
        }

        Way = new TheWay(await TheDesk.OpensAsync(browser));
        foreach (var step in Steps.UpTo("The channel appeals through its link"))
        {
            await step.DoAsync(Way);
        }

        var others = (await ACase.NumbersOfAsync(Way.First, "Recruitment to war")).Where(n => n != Way.Case).ToList();
        (SecondReading, Untouched) = (others[0], others[1]);
        var read = new ACase(Way.First, SecondReading);
        await read.OpensAsync();
        await read.AsksToRemoveThePostAsync("kz/crim-170", TheWay.ByForm, TheWay.Reasons);
        await read.SubmitsAsync();
        Demand = await ADemand.ComesInAsync(Way.First);
        Unused = await TheDesk.AddsAsync(Way.Admin, "Not here yet", "auditor");
    }

    public ValueTask DisposeAsync() => Way is null ? ValueTask.CompletedTask : Way.Desk.DisposeAsync();
}
