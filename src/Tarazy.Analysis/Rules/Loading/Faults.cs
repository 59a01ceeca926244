using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Tarazy.Analysis.Rules.Loading;

/// <summary>Collects what is wrong with one file, so that its author hears of everything at once.</summary>
internal sealed class Faults(string file, List<RuleFault> all)
{
    private readonly int _before = all.Count;

    public string File { get; } = file;

    public bool None => all.Count == _before;

    public void Add(YamlNode node, string says, string mend) => Add(node.Start, says, mend);

    public void Add(Mark mark, string says, string mend) => all.Add(new RuleFault(File, mark.Line, mark.Column, says, mend));
}
