using Tarazy.Analysis.Rules.Matching;
using YamlDotNet.RepresentationModel;

namespace Tarazy.Analysis.Rules.Loading;

/// <summary>Reads a named list of terms that several rules use, such as the signs of a court report.</summary>
internal static class ListReader
{
    public static (string Name, IReadOnlyList<Term> Terms)? Read(YamlMappingNode root, RuleLimits limits, Faults faults)
    {
        var fields = new Fields(root, faults);
        fields.Only("list", "origin", "terms");
        var name = fields.Text("list", "Name the list as its file is named.");
        fields.Text("origin", "Say who wrote the terms and under which licence.");
        var node = fields.Node("terms", "Write the terms, by language.");
        var terms = new TermReader(limits, new Dictionary<string, IReadOnlyList<Term>>(), faults)
            .Terms(fields.ByLanguage(node, plain: "any").Select(item => item.Item));
        if (node is not null && terms.Count == 0)
        {
            faults.Add(node, "The list is empty.", "Write a term, or remove the file.");
        }

        return faults.None ? (name!, terms) : null;
    }
}
