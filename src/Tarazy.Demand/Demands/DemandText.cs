using System.Text.RegularExpressions;
using Tarazy.Records.Outcomes;

namespace Tarazy.Demand.Demands;

/// <summary>Words that a person types and the public reads. The first refusal is enough to mend one field.</summary>
internal static partial class DemandText
{
    public const int Longest = 5_000;
    public const int LongestName = 300;
    private const int LeastWords = 3;

    /// <summary>A sentence of its own: reasons, quotations.</summary>
    public static Refusal? Owed(string? text, string field, int most = Longest) =>
        text?.Trim() is { Length: > 0 } words && words.Length <= most && Words(words) >= LeastWords ? Public(words, field) : new DemandWordsMissing(field, most);

    /// <summary>Somebody else's words, as short as they are.</summary>
    public static Refusal? Quoted(string text, string field) => text.Length <= Longest ? Public(text, field) : new DemandWordsMissing(field, Longest);

    /// <summary>A name or a number: it has to be there, however short.</summary>
    public static Refusal? Named(string? text, string field) =>
        text?.Trim() is { Length: > 0 and <= LongestName } name ? Public(name, field) : new DemandNameMissing(field, LongestName);

    /// <summary>Words that stay at the desk may name a mailbox.</summary>
    public static Refusal? Noted(string? text, string field) =>
        text?.Trim() is { Length: > 0 and <= Longest } noted && Words(noted) >= LeastWords ? null : new DemandWordsMissing(field, Longest);

    public static Refusal? Public(string text, string field) => WayToSomebody().IsMatch(text) ? new WayToAPerson(field) : null;

    private static int Words(string text) =>
        text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Where(w => w.Any(char.IsLetter)).Distinct(StringComparer.OrdinalIgnoreCase).Count();

    // A mailbox, an @account, or eleven digits and more in the ways telephone numbers are written; file numbers and dates have fewer or none of its signs.
    [GeneratedRegex(@"[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]+|(?<![\p{L}\p{N}/])@[A-Za-z]\w{3,}|\+\d[\d\s().-]{8,}\d|(?<!\d)8[\s(-]*\d{3}[\s)-]+\d{3}[\s-]?\d{2}[\s-]?\d{2}(?!\d)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex WayToSomebody();
}

/// <summary>A name or number is missing or too long.</summary>
public sealed record DemandNameMissing(string Field, int Most) : Refusal
{
    public override string Code => "demand-name-missing";

    public override string Says => $"Fill in {Field}, with at most {Most} characters.";

    public override IReadOnlyList<object> Facts => [Field, Most];
}
