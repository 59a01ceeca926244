using System.CommandLine;
using Tarazy.Analysis.Engine;
using Tarazy.Policy.Law;
using Tarazy.Server.Accounts;
using Tarazy.Server.Commands.Faults;
using Tarazy.Server.Hosting;

namespace Tarazy.Server.Commands;

/// <summary><c>tarazy serve</c>: the desk in a browser, and the stages behind it.</summary>
internal static class ServeCommand
{
    private const string DefaultUrl = "http://127.0.0.1:5080";

    public static Command Create()
    {
        var desk = new DeskOptions();
        var url = new Option<string>("--url") { Description = "Address to listen on.", DefaultValueFactory = _ => DefaultUrl, HelpName = "URL" };
        var sample = new Option<bool>("--sample") { Description = "Import the invented sample, for trying, unless the desk has posts of its own. It stays for good." };
        var command = new Command("serve", "Run the desk: workbench, public pages, log, and the stages behind them.") { url, sample };
        desk.AddTo(command);
        command.SetAction(async (parsed, cancel) =>
        {
            if (Fault(parsed.GetValue(url)!) is { } fault)
            {
                await Console.Error.WriteLineAsync($"--url: {fault}");
                return CommandEdge.WrongUsage;
            }

            return await RunAsync(desk.Folder(parsed), desk.Database(parsed), parsed.GetValue(url)!, parsed.GetValue(sample), cancel);
        });
        return command;
    }

    /// <summary>A name would not be looked up: the server would listen on every address of the machine.</summary>
    /// <returns>What is wrong with an address to listen on; null when it can be used.</returns>
    internal static string? Fault(string url) =>
        !Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https") || address.PathAndQuery != "/"
            ? $"{url} is no address to listen on; it looks like {DefaultUrl}. Nothing was started."
            : address.HostNameType is UriHostNameType.IPv4 or UriHostNameType.IPv6 || address.Host == "localhost"
                ? null
                : $"{address.Host} is a name. Write the IP address to listen on (0.0.0.0 is every one of this machine); the name that the public uses is the setting Notice:PublicAddress. Nothing was started.";

    private static async Task<int> RunAsync(DeskFolder folder, string? database, string url, bool sample, CancellationToken cancel)
    {
        await using var app = DeskHost.Build(folder, database, url, sample ? Sample.Settings : null);

        // The first words with the database and the reading of law, rules and models take about as long, and neither waits for the other. Both
        // are over before a fault of one ends the desk that they read from.
        await Task.WhenAll(Task.Run(() => ReadRecords(app.Services), cancel), Migrations.ApplyAsync(app.Services, cancel));
        if (sample)
        {
            await Sample.ImportMissingAsync(app.Services, cancel);
        }

        try
        {
            await app.StartAsync(cancel);
            await ShowWayInAsync(app.Services, url, cancel);
            await app.WaitForShutdownAsync(cancel);
        }
        finally
        {
            // The stages end before what they use is put away, also where a start fails half way.
            await app.StopAsync(CancellationToken.None);
        }

        return 0;
    }

    private static void ReadRecords(IServiceProvider services)
    {
        services.GetRequiredService<EngineData>();
        services.GetRequiredService<Packs>();
        services.GetRequiredService<LawRecords>();
    }

    /// <summary>The one-time link of the first administrator, as long as nobody has come in; the address comes last.</summary>
    private static async Task ShowWayInAsync(IServiceProvider services, string url, CancellationToken cancel)
    {
        var accounts = services.GetRequiredService<AccountBook>();
        if (!await accounts.AnybodyAsync(cancel))
        {
            var token = (await accounts.ListAsync(cancel)).Count == 0
                ? (await accounts.InviteAsync("first administrator", Roles.All, ["kk", "ru", "uz", "en"], cancel)).Token
                : await accounts.InviteAgainAsync("R-01", cancel);
            Console.WriteLine("Nobody has an account yet. This link makes the first administrator, once:");
            Console.WriteLine($"  {url}/welcome/{token}");
        }

        Console.WriteLine($"Tarazy is at {url}");
    }
}
