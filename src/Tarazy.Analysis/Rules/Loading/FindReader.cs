using Tarazy.Analysis.Rules.Find;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Tarazy.Analysis.Rules.Loading;

/// <summary>Reads the expression of a rule and names the place of a fault in the file.</summary>
internal sealed class FindReader(Fields fields, RuleLimits limits, RuleLists lists)
{
    /// <summary>Columns by which the lines of a block are moved in below a field of the first level.</summary>
    private const int BlockIndent = 2;

    /// <param name="framed">The rule has a frame too, whose words say where to look.</param>
    public FindPlan? Read(bool framed)
    {
        var node = fields.Node("find", mendIfMissing: null);
        if (node is null)
        {
            return null;
        }

        if (node is not YamlScalarNode { Value: { } text } scalar)
        {
            fields.Faults.Add(node, "\"find\" is not an expression.", "Write one expression: words, \"phrases\", stems*, AND, OR, NOT, NEAR/n.");
            return null;
        }

        var (plan, fault) = FindParser.Parse(text, lists, limits);
        if (plan is null)
        {
            fields.Faults.Add(Place(scalar, text, fault!.At), fault.Says, fault.Mend);
        }
        else if (!framed && !plan.Anchored)
        {
            fields.Faults.Add(node, "The expression can hold without a word, so that every post would have to be judged.", "Give every alternative a word, a \"phrase\", a stem* or a <list>; signals, filters and NOT alone will not do.");
        }

        return plan;
    }

    private static Mark Place(YamlScalarNode scalar, string text, int at)
    {
        var (line, column) = RuleText.Place(text, at);
        return scalar.Style switch
        {
            ScalarStyle.Literal or ScalarStyle.Folded => new Mark(0, scalar.Start.Line + line, column + BlockIndent),
            ScalarStyle.Plain => new Mark(0, scalar.Start.Line + line - 1, line == 1 ? scalar.Start.Column + column - 1 : column),
            _ => new Mark(0, scalar.Start.Line + line - 1, line == 1 ? scalar.Start.Column + column : column),
        };
    }
}
