using YamlDotNet.RepresentationModel;

namespace Tarazy.Analysis.Rules.Loading;

/// <summary>Reads the languages of a rule and the sentences its reviewers are shown.</summary>
internal sealed class WordsReader(Fields fields)
{
    /// <summary>The languages of the workbench: a reviewer reads why in their own.</summary>
    private static readonly string[] Shown = ["en", "ru", "kk"];

    public IReadOnlyList<string> Languages()
    {
        var node = fields.Node("languages", "List the languages of the terms, e.g. [ru, kk].");
        var languages = fields.Items(node);
        foreach (var language in languages.Where(item => item.Value is not { Length: 2 or 3 } code || code.Any(c => c is < 'a' or > 'z')))
        {
            fields.Faults.Add(language, $"\"{language}\" is no language code.", "Use two or three lower-case letters: kk, ru, uz, ky, uk, en.");
        }

        if (node is not null && languages.Count == 0)
        {
            fields.Faults.Add(node, "The rule has no language.", "List the languages of the terms, e.g. [ru, kk].");
        }

        return [.. languages.Select(item => item.Value ?? "").Distinct(StringComparer.Ordinal)];
    }

    public Dictionary<string, string> Said(string field)
    {
        var said = new Dictionary<string, string>(StringComparer.Ordinal);
        var node = fields.Node(field, $"Write {field} in en, ru and kk: a reviewer is shown it beside the finding.");
        if (node is not YamlMappingNode map)
        {
            if (node is not null)
            {
                fields.Faults.Add(node, $"\"{field}\" is in one language only.", "Write en, ru and kk below it.");
            }

            return said;
        }

        var sentences = new Fields(map, fields.Faults);
        sentences.Only(Shown);
        foreach (var language in Shown)
        {
            if (sentences.Text(language, $"Write {field} in {language} too.") is { } sentence)
            {
                said[language] = sentence;
            }
        }

        return said;
    }
}
