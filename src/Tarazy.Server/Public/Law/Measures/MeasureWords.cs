using System.Globalization;
using Microsoft.Extensions.Localization;
using Tarazy.Policy.StateMeasures;
using Tarazy.Publish.StateMeasures;
using Tarazy.Server.Web;

namespace Tarazy.Server.Public.Law.Measures;

/// <summary>How fields of a record and what stands in them are called in the reader's language.</summary>
public sealed class MeasureWords(IStringLocalizer<Texts> texts, IStringLocalizer<Law.Texts> law, LawDesk desk)
{
    private static readonly Dictionary<string, (bool Law, string Key)> Vocabularies = new(StringComparer.Ordinal)
    {
        ["kind"] = (true, "kind"),
        ["status"] = (true, "state"),
        ["authority_type"] = (true, "authority"),
        ["confidence"] = (true, "confidence"),
        ["verified"] = (true, "checked"),
        ["grounds"] = (false, "ground"),
        ["undone_because"] = (false, "undone"),
    };

    /// <summary>Fields whose words are free, in the language of the record.</summary>
    private static readonly HashSet<string> Free = new(StringComparer.Ordinal)
    {
        "authority", "legal_basis", "target", "hours", "stated_reason", "outcome", "proportionality_note", "conflict",
    };

    public static bool IsFree(string field) => Free.Contains(field);

    public string Field(string name) => texts[$"field.{name}"];

    /// <summary>What a field of the file says, in words.</summary>
    public string Value(string field, string text)
    {
        if (text.Length == 0)
        {
            return texts["value.none"];
        }

        if (field == "country")
        {
            return desk.Place(text);
        }

        if (field == "amount" && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var amount))
        {
            return amount.ToString("N0", CultureInfo.CurrentCulture);
        }

        return Vocabularies.TryGetValue(field, out var words)
            ? string.Join(", ", text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => Word(words, word)))
            : text;
    }

    public string Ground(Ground ground) => texts[$"ground.{FormNames.Of(ground)}"];

    public string Family(KindFamily family) => texts[$"family.{FormNames.Of(family)}"];

    public string Undone(UndoneBecause why) => texts[$"undone.{FormNames.Of(why)}"];

    /// <summary>What is wrong with a field, and how it is put right.</summary>
    public string Fault(MeasureFaulty faulty) => texts[$"fault.{FormNames.Of(faulty.Fault)}", string.Join(", ", MeasuringBodies.Names)];

    /// <summary>Words of a vocabulary for a list of choices: the word of the file, and how it is said.</summary>
    public IReadOnlyList<(string Word, string Says)> Choices<T>(string field)
        where T : struct, Enum =>
        [.. Enum.GetValues<T>().Select(value => (MeasureFields.Word(value), Value(field, MeasureFields.Word(value))))];

    private string Word((bool Law, string Key) words, string word)
    {
        var key = $"{words.Key}.{word.Replace('_', '-')}";
        return words.Law ? law[key] : texts[key];
    }
}
