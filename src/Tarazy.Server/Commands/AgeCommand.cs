using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Tarazy.Policy.Ages;
using Tarazy.Policy.Law;
using Tarazy.Server.Public.Law;
using Tarazy.Server.Web;

namespace Tarazy.Server.Commands;

/// <summary><c>tarazy age</c>: what the age rules say, from the records and with their sources.</summary>
internal static class AgeCommand
{
    private static readonly JsonSerializerOptions Indented = new(RecordJson.Options) { WriteIndented = true };

    public static Command Create()
    {
        var country = new Option<string>("--country") { Required = true, Description = "Code of the place: AU, FR, US-FL, EU" };
        var service = new Option<string>("--service") { Required = true, Description = "Kind of service: social_media, video_sharing, messaging, online_game ..." };
        var name = new Option<string?>("--name") { Description = "Name of the service, where a rule names some: Telegram" };
        var date = new Option<string?>("--date") { Description = "The day, yyyy-MM-dd; today without it" };
        var over = new Option<string[]>("--over") { Description = "What is proven: 16=false says younger than 16; may be given several times" };
        var at = new Option<DateTimeOffset?>("--at") { Description = "The moment, for curfews: 2026-01-01T23:30+05:00" };
        var zone = new Option<string?>("--zone") { Description = "IANA zone, where the place has several" };
        var json = new Option<bool>("--json") { Description = "Print one JSON object" };
        var command = new Command("age", "Say what the age rules ask of a service at a place and day.") { country, service, name, date, over, at, zone, json };
        command.SetAction(parsed => Run(
            (parsed.GetValue(country)!, parsed.GetValue(service)!, parsed.GetValue(name), parsed.GetValue(date), parsed.GetValue(over) ?? []),
            (parsed.GetValue(at), parsed.GetValue(zone)),
            parsed.GetValue(json)));
        return command;
    }

    private static int Run((string Country, string Service, string? Name, string? Date, string[] Over) asked, (DateTimeOffset? At, string? Zone) moment, bool json)
    {
        try
        {
            var question = new AgeQuestion(asked.Country, Day(asked.Date), Kind(asked.Service), asked.Name, [.. asked.Over.Select(Proof)], moment.At, moment.Zone);
            var services = new ServiceCollection().AddLogging().AddLocalization().AddLawRecords().BuildServiceProvider();
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
            var law = services.GetRequiredService<LawDesk>();
            var answer = EvaluateAge.Answer(question, law.Ages, law.Places);
            if (json)
            {
                Console.WriteLine(JsonSerializer.Serialize(AgeReply.Of(answer, law), Indented));
                return 0;
            }

            Tell(answer, law);
            return 0;
        }
        catch (ArgumentException fault)
        {
            Console.Error.WriteLine(fault.Message.Split(" (Parameter", 2)[0]);
            return 2;
        }
    }

    private static DateOnly Day(string? text) => text is null ? DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime)
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : throw new ArgumentException($"--date: {text} is no day; one looks like 2026-01-01.", nameof(text));

    private static ServiceType Kind(string text) => FormNames.TryParse<ServiceType>(text.Replace('_', '-'), out var kind) ? kind
        : throw new ArgumentException($"--service: {text} is not known; use one of {string.Join(", ", Enum.GetValues<ServiceType>().Select(one => FormNames.Of(one).Replace('-', '_')))}.", nameof(text));

    private static ThresholdProof Proof(string text) =>
        text.Split('=') is [var years, "true" or "false"] parts && int.TryParse(years, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new ThresholdProof(number, parts[1] == "true")
            : throw new ArgumentException($"--over: {text} is no proof; one looks like 16=false.", nameof(text));

    private static void Tell(AgeAnswer answer, LawDesk law)
    {
        Console.WriteLine($"{law.Place(answer.Question.Jurisdiction)}, {law.Word("service", answer.Question.Service)}, {DeskDay(answer.Question.Date)}: {Verdict(answer, law)}");
        foreach (var line in answer.Lines)
        {
            var limits = law.Limits(line.Band) is { } said ? $": {said}" : "";
            Console.WriteLine();
            Console.WriteLine($"  {(line.Binds ? "*" : "-")} {law.Word("effect", line.Band.Effect)}, {law.Band(line.Band.Min, line.Below)}{limits}");
            Console.WriteLine($"    {line.Rule.Id}: {line.Rule.Instrument}");
            Console.WriteLine($"    {law.Word("standing", line.Standing)}; {law.Word("coverage", line.Coverage)}; {law.Word("holds", line.Holds)}{(line.Prove is { } years ? $" (prove {years})" : "")}{Open(line.Hours)}");
            Console.WriteLine($"    confidence {law.Word("confidence", line.Rule.Confidence)}; {law.Word("checked", line.Rule.Verified)}");
            foreach (var source in line.Rule.Sources)
            {
                Console.WriteLine($"    {source}");
            }
        }

        foreach (var change in law.Ages.ChangesAfter(answer.Question.Date, [.. law.Places.Layers(answer.Question.Jurisdiction)]))
        {
            Console.WriteLine();
            Console.WriteLine($"  next: {change.On} {change.Rule.Id} {law.Word("change", change.Kind)}");
        }
    }

    private static string Verdict(AgeAnswer answer, LawDesk law) => answer switch
    {
        { Known: false } => AgeReply.Sentence(answer),
        { Effect: { } effect } => law.Word("effect", effect) + ".",
        { Possible: { } possible } => $"{law.Word("effect", possible)} may hold; something is unproven or unclear.",
        _ => AgeReply.Sentence(answer),
    };

    private static string Open(HoursNow? hours) => hours is null ? ""
        : $"; {(hours.Open switch { true => "open", false => "closed", null => "open only on a public holiday" })} at {hours.Local.ToString("HH:mm", CultureInfo.InvariantCulture)} {hours.Zone}";

    private static string DeskDay(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
