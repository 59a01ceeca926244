using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Tarazy.Policy.Ages;
using Tarazy.Policy.Law;
using Tarazy.Server.Public.Law;
using Tarazy.Server.Web;

namespace Tarazy.Server.Commands.Age;

/// <summary><c>tarazy age</c>: what the age rules say, from the records and with their sources.</summary>
internal static class AgeCommand
{
    public static readonly JsonSerializerOptions Indented = new(RecordJson.Options) { WriteIndented = true };

    public static Command Create()
    {
        var country = new Option<string>("--country") { Required = true, Description = "Code of the place: AU, FR, US-FL, EU" };
        var service = new Option<string>("--service") { Required = true, Description = "Kind of service: social_media, video_sharing, messaging, online_game ..." };
        var name = new Option<string?>("--name") { Description = "Name of the service, where a rule names some: Telegram" };
        var date = new Option<string?>("--date") { Description = "The day, yyyy-MM-dd; today without it" };
        var over = new Option<string[]>("--over") { Description = "What is proven: 16=false says younger than 16; may be given several times" };
        var at = new Option<string?>("--at") { Description = "The moment, for curfews: 2026-01-01T23:30 on the clocks of the place, or with an offset" };
        var zone = new Option<string?>("--zone") { Description = "IANA zone, where the place has several" };
        var users = new Option<long?>("--users") { Description = "How many users the service has there, where a rule begins at a size" };
        var json = new Option<bool>("--json") { Description = "Print one JSON object" };
        var command = new Command("age", "Say what the age rules ask of a service at a place and day.") { country, service, name, date, over, at, zone, users, json };
        command.SetAction(parsed => Run(
            (parsed.GetValue(country)!, parsed.GetValue(service)!, parsed.GetValue(name), parsed.GetValue(date), parsed.GetValue(over) ?? []),
            (parsed.GetValue(at), parsed.GetValue(zone)),
            parsed.GetValue(users),
            parsed.GetValue(json),
            parsed.InvocationConfiguration));
        command.Subcommands.Add(AgeNextCommand.Create());
        return command;
    }

    /// <summary>The records in English, without a desk.</summary>
    public static LawDesk Law()
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
        return new ServiceCollection().AddLogging().AddLocalization().AddLawRecords().BuildServiceProvider().GetRequiredService<LawDesk>();
    }

    /// <summary>A sentence on what cannot be meant, and the exit code of wrong usage.</summary>
    public static int Refused(ArgumentException fault, InvocationConfiguration console)
    {
        console.Error.WriteLine(LawApi.Says(fault));
        return 2;
    }

    private static int Run((string Country, string Service, string? Name, string? Date, string[] Over) asked, (string? At, string? Zone) moment, long? users, bool json, InvocationConfiguration console)
    {
        try
        {
            var law = Law();
            var ask = new AgeAsk(asked.Country, Kind(asked.Service), asked.Name, Day(asked.Date), [.. asked.Over.Select(Proof)], moment.At, moment.Zone, users);
            var answer = EvaluateAge.Answer(ask.Question(law.Places, TimeProvider.System.GetUtcNow()), law.Ages, law.Places);
            if (json)
            {
                console.Output.WriteLine(JsonSerializer.Serialize(AgeReply.Of(answer, law), Indented));
            }
            else
            {
                new TellAge(law, console.Output).Answer(answer);
            }

            return 0;
        }
        catch (ArgumentException fault)
        {
            return Refused(fault, console);
        }
    }

    private static DateOnly? Day(string? text) => text is null ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : throw new ArgumentException($"--date: {text} is no day; one looks like 2026-01-01.", nameof(text));

    private static ServiceType Kind(string text) => FormNames.TryParse<ServiceType>(text.Replace('_', '-'), out var kind) ? kind
        : throw new ArgumentException($"--service: {text} is not known; use one of {string.Join(", ", Enum.GetValues<ServiceType>().Select(one => FormNames.Of(one).Replace('-', '_')))}.", nameof(text));

    private static ThresholdProof Proof(string text) =>
        text.Split('=') is [var years, "true" or "false"] parts && int.TryParse(years, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new ThresholdProof(number, parts[1] == "true")
            : throw new ArgumentException($"--over: {text} is no proof; one looks like 16=false.", nameof(text));
}
