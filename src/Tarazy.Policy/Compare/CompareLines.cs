using System.Globalization;
using Tarazy.Policy.Law;

namespace Tarazy.Policy.Compare;

/// <summary>One value of a line, by the name of its field.</summary>
internal sealed record LineValue(string Field, string? Value);

/// <param name="Binds">What a decision rests on.</param>
/// <param name="Known">What only says how the line is called and how well it is known.</param>
/// <param name="Holds">Null for lines without days, such as clocks: what they gave a notice was fixed when it was sent.</param>
internal sealed record PackLine(string Id, IReadOnlyList<LineValue> Binds, IReadOnlyList<LineValue> Known, InForce? Holds = null)
{
    public bool HasBegun(DateOnly today) => (Holds?.From ?? Holds?.Seen) <= today;
}

/// <summary>Compares the lines of one section by their ids.</summary>
internal static class CompareLines
{
    private const string EndIt = "End it with a last day and add the next line under a new id.";

    public static IEnumerable<PackChange> Of(string pack, string section, IEnumerable<PackLine> before, IEnumerable<PackLine> after, DateOnly today)
    {
        var (old, now) = (before.ToList(), after.ToList());
        foreach (var line in old)
        {
            var next = now.Find(l => l.Id == line.Id);
            var changes = next is null ? [Gone(pack, section, line, today)] : One(pack, $"{section}/{line.Id}", line, next, today);
            foreach (var change in changes)
            {
                yield return change;
            }
        }

        foreach (var line in now.Where(l => old.TrueForAll(o => o.Id != l.Id)))
        {
            yield return new(pack, $"{section}/{line.Id}", PackChangeKind.Added, $"New: {Values(line.Binds)}{Days(line.Holds)}.");
        }
    }

    private static PackChange Gone(string pack, string section, PackLine line, DateOnly today)
    {
        var begun = line.HasBegun(today);
        return new(
            pack,
            $"{section}/{line.Id}",
            PackChangeKind.Removed,
            begun ? $"The line was in force and is gone: decisions rest on it. {EndIt}" : "The line is gone.",
            begun);
    }

    private static IEnumerable<PackChange> One(string pack, string line, PackLine old, PackLine now, DateOnly today)
    {
        var begun = old.HasBegun(today);
        var binds = Differences(old.Binds, now.Binds).Concat(Beginning(old, now)).ToList();
        if (binds.Count > 0)
        {
            var says = string.Join("; ", binds);
            yield return new(pack, line, PackChangeKind.Changed, begun ? $"{says}. The line was in force. {EndIt}" : $"{says}.", begun);
        }

        if (old.Holds?.To != now.Holds?.To)
        {
            yield return Ending(pack, line, old.Holds?.To, now.Holds?.To, today, !begun || SaysWhy(old, now));
        }

        var known = Differences(old.Known, now.Known).ToList();
        if (known.Count > 0)
        {
            yield return new(pack, line, PackChangeKind.BetterKnown, $"{string.Join("; ", known)}.");
        }
    }

    // A first day that is found out later, and lies before the day on which the line was seen, takes no day away from an old decision.
    private static IEnumerable<string> Beginning(PackLine old, PackLine now)
    {
        var (was, isNow) = (old.Holds?.From ?? old.Holds?.Seen, now.Holds?.From ?? now.Holds?.Seen);
        return was != isNow && !(old.Holds is { From: null } && isNow < was) ? [$"first day: {Day(was)} became {Day(isNow)}"] : [];
    }

    // A repeal that was overlooked has to be recordable, but not in silence: decisions of the days between rested on the line.
    private static bool SaysWhy(PackLine old, PackLine now) =>
        Note(now) is { Length: > 0 } note && note != Note(old);

    private static string? Note(PackLine line) => line.Known.FirstOrDefault(value => value.Field == "note")?.Value;

    private static PackChange Ending(string pack, string line, DateOnly? was, DateOnly? ends, DateOnly today, bool saysWhy) => (was, ends) switch
    {
        ({ } gone, _) when gone < today => new(pack, line, PackChangeKind.Changed, $"It had ended on {Day(gone)} and would end on {Day(ends)}. An ended line stays ended. {EndIt}", Forbidden: true),
        (_, { } last) when last < today => new(
            pack,
            line,
            PackChangeKind.Ended,
            $"Its last day is {Day(last)}, which is over: decisions made since then rest on it and have to be looked at again. {(saysWhy ? "The note says why." : "Say in its note why that was not known, with the source.")}",
            Forbidden: !saysWhy),
        (null, { } last) => new(pack, line, PackChangeKind.Ended, $"Its last day is {Day(last)}."),
        _ => new(pack, line, PackChangeKind.Ended, $"Its last day was to be {Day(was)} and is {Day(ends)}."),
    };

    private static IEnumerable<string> Differences(IReadOnlyList<LineValue> old, IReadOnlyList<LineValue> now) =>
        old.Zip(now).Where(pair => pair.First.Value != pair.Second.Value)
            .Select(pair => $"{pair.First.Field}: \"{pair.First.Value ?? "unknown"}\" became \"{pair.Second.Value ?? "unknown"}\"");

    private static string Values(IEnumerable<LineValue> values) => string.Join("; ", values.Where(v => v.Value is { Length: > 0 }).Select(v => $"{v.Field}: {v.Value}"));

    private static string Days(InForce? days) => days is null ? "" : $"; from {Day(days.From ?? days.Seen)}{(days.To is null ? "" : $" to {Day(days.To)}")}";

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "unknown";
}

/// <summary>Values as words.</summary>
internal static class Said
{
    public static string All(IEnumerable<string> words) => string.Join(", ", words);

    public static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    public static IEnumerable<LineValue> Title(LocalText text) => [new("kk", text.Kk), new("ru", text.Ru), new("en", text.En)];

    public static IEnumerable<LineValue> Known(Provenance of) =>
        [new("source", of.Source), new("confidence", Loading.Words.Of(of.Confidence)), new("verified", Loading.Words.Of(of.Verified)), new("note", of.Note)];
}
