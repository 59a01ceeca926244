using System.CommandLine;
using System.Globalization;
using Tarazy.Detect.Archive;
using Tarazy.Server.Hosting;

namespace Tarazy.Server.Commands.Rules;

/// <summary><c>tarazy rules archive</c>: brings the archive of tokens up to date, or makes it again.</summary>
internal static class ArchiveCommand
{
    public static Command Create()
    {
        var desk = new DeskOptions();
        var rebuild = new Option<bool>("--rebuild") { Description = "Forget what is kept and make it again from the stored posts." };
        var command = new Command("archive", "Bring the archive that replays read up to date. A desk that runs does so by itself.") { rebuild };
        desk.AddTo(command);
        command.SetAction(async (parsed, cancel) =>
        {
            var output = new RulesOutput();
            await using var services = desk.Services(parsed).BuildServiceProvider();
            await Migrations.ApplyAsync(services, cancel);
            var archive = services.GetRequiredService<ArchivePosts>();
            if (!archive.Writes)
            {
                return output.Refuse("Another process keeps this archive; stop it, or let it finish. Nothing was changed.", RulesCommand.Wrong);
            }

            if (parsed.GetValue(rebuild))
            {
                archive.Clear();
            }

            while (await archive.StepAsync(cancel))
            {
            }

            output.Line($"The archive holds the posts up to number {archive.Last.ToString("N0", CultureInfo.InvariantCulture)}.");
            return RulesCommand.Done;
        });
        return command;
    }
}
