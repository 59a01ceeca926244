using System.Globalization;
using System.Text.Json;

namespace Tarazy.Policy.StateMeasures;

/// <summary>
/// The fields of a record as text, under the names of its file. One table serves tables of values, comparisons and forms, so that a field
/// that is added to the record is in all of them.
/// </summary>
public static class MeasureFields
{
    private static readonly IReadOnlyList<(string Name, Func<StateMeasure, string?> Of)> Table =
    [
        ("id", m => m.Id),
        ("country", m => m.Country),
        ("date", m => m.Date.ToString()),
        ("date_end", m => m.DateEnd?.ToString()),
        ("kind", m => Word(m.Kind)),
        ("status", m => Word(m.Status)),
        ("authority", m => m.Authority),
        ("authority_type", m => Word(m.AuthorityType)),
        ("legal_basis", m => m.LegalBasis),
        ("target", m => m.Target),
        ("amount", m => m.Amount?.ToString(CultureInfo.InvariantCulture)),
        ("currency", m => m.Currency),
        ("hours", m => m.Hours),
        ("stated_reason", m => m.StatedReason),
        ("grounds", m => string.Join(' ', m.Grounds.Order().Select(Word))),
        ("outcome", m => m.Outcome),
        ("undone_because", m => m.UndoneBecause is { } why ? Word(why) : null),
        ("proportionality_note", m => m.ProportionalityNote),
        ("sources", m => string.Join(' ', m.Sources)),
        ("confidence", m => Word(m.Confidence)),
        ("verified", m => Word(m.Verified)),
        ("conflict", m => m.Conflict),
    ];

    /// <summary>Names in the order of the files.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Table.Select(field => field.Name)];

    /// <summary>Every field in that order; an empty text where the record says nothing.</summary>
    public static IReadOnlyList<(string Name, string Text)> Of(StateMeasure measure) =>
        [.. Table.Select(field => (field.Name, field.Of(measure) ?? ""))];

    /// <summary>What differs between two editions; nothing where they say the same.</summary>
    public static IReadOnlyList<MeasureChange> Between(StateMeasure before, StateMeasure after) =>
    [
        .. Of(before).Zip(Of(after), (old, now) => new MeasureChange(old.Name, old.Text, now.Text))
            .Where(change => !string.Equals(change.Before, change.After, StringComparison.Ordinal)),
    ];

    /// <summary>A word of the vocabulary as files write it: <c>in_force</c>.</summary>
    public static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());
}

/// <summary>One field that was changed.</summary>
public sealed record MeasureChange(string Field, string Before, string After);
