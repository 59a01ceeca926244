using System.CommandLine;
using Tarazy.Server.Hosting;

namespace Tarazy.Server.Commands;

/// <summary><c>tarazy migrate</c>: brings the database up to this version.</summary>
internal static class MigrateCommand
{
    public static Command Create()
    {
        var desk = new DeskOptions();
        var command = new Command("migrate", "Bring the desk's database up to this version. `serve` and `import` do it by themselves.");
        desk.AddTo(command);
        command.SetAction(async (parsed, cancel) =>
        {
            await using var services = desk.Services(parsed).BuildServiceProvider();
            var applied = await Migrations.ApplyAsync(services, cancel);
            Console.WriteLine(applied.Count == 0
                ? "The database is up to date."
                : $"Applied {string.Join(", ", applied)}.");
            return 0;
        });
        return command;
    }
}
