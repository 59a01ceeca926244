using System.Globalization;
using Tarazy.Policy.Ages;
using Tarazy.Server.Public.Law;

namespace Tarazy.Server.Commands.Age;

/// <summary>Age answers for a person at a terminal. What binds has a star before it.</summary>
internal sealed class TellAge(LawDesk law, TextWriter to)
{
    public void Answer(AgeAnswer answer)
    {
        var day = answer.Question.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        to.WriteLine($"{law.Place(answer.Question.Jurisdiction)}, {law.Word("service", answer.Question.Service)}, {day}: {Verdict(answer)}");
        foreach (var line in answer.Lines)
        {
            var limits = law.Limits(line.Band) is { } said ? $": {said}" : "";
            to.WriteLine();
            to.WriteLine($"  {(line.Binds ? "*" : "-")} {law.Word("effect", line.Band.Effect)}, {law.Band(line.Band.Min, line.Below)}{limits}{Open(line.Hours)}");
            to.WriteLine($"    {line.Rule.Id}: {line.Rule.Instrument}");
            to.WriteLine($"    {AgeReply.Why(line)}");
            Evidence(line.Rule);
        }

        Changes(law.Ages.ChangesAfter(answer.Question.Date, law.Places.Layers(answer.Question.Jurisdiction)));
    }

    public void Changes(IReadOnlyList<AgeChange> changes)
    {
        foreach (var change in changes)
        {
            to.WriteLine();
            to.WriteLine($"  next: {change.On} {law.Place(change.Rule.Jurisdiction)}, {law.Word("change", change.Kind)}");
            to.WriteLine($"    {change.Rule.Id}: {change.Rule.Instrument}");
            Evidence(change.Rule);
        }
    }

    private void Evidence(AgeRule rule)
    {
        var seen = rule.StatusAsOf is { } day ? $" as of {day}" : "";
        to.WriteLine($"    {law.Word("status", rule.Status)}{seen}; confidence {law.Word("confidence", rule.Confidence)}, {law.Word("checked", rule.Verified)}");
        foreach (var source in rule.Sources)
        {
            to.WriteLine($"    {source}");
        }

        if (rule.Sources.Count == 0)
        {
            to.WriteLine("    no source");
        }
    }

    private string Verdict(AgeAnswer answer) => answer switch
    {
        { Known: false } => AgeReply.Sentence(answer),
        { Effect: { } effect } => law.Word("effect", effect) + ".",
        { Possible: { } possible } => $"{law.Word("effect", possible)} may hold; something is unproven or unclear.",
        _ => AgeReply.Sentence(answer),
    };

    private static string Open(HoursNow? hours) => hours is null ? ""
        : $"; {(hours.Open switch { true => "open", false => "closed", null => "open only on a public holiday" })} at {hours.Local.ToString("HH:mm", CultureInfo.InvariantCulture)} {hours.Zone}";
}
