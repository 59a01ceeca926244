using Tarazy.Analysis.Rules.Matching;
using Tarazy.Analysis.Rules.Slots;
using YamlDotNet.RepresentationModel;

namespace Tarazy.Analysis.Rules.Loading;

/// <summary>Reads terms: <c>word</c>, <c>stem*</c>, <c>"phrase of wor*"</c>, <c>$signal</c>, <c>&lt;list&gt;</c>, alternatives apart by <c>|</c>.</summary>
internal sealed class TermReader(RuleLimits limits, RuleLists lists, Faults faults)
{
    private readonly TermFolder _folder = new(limits);

    public IReadOnlyList<Term> Terms(IEnumerable<YamlScalarNode> items) => [.. Read(items, signals: null).DistinctBy(term => term.Key)];

    public FrameSlot Slot(string name, IEnumerable<YamlScalarNode> items)
    {
        var signals = new List<ISlot>();
        var terms = Read(items, signals).DistinctBy(term => term.Key).ToArray();
        return new FrameSlot(name, terms, [.. signals.Distinct()]);
    }

    private List<Term> Read(IEnumerable<YamlScalarNode> items, List<ISlot>? signals)
    {
        var terms = new List<Term>();
        foreach (var item in items)
        {
            foreach (var written in (item.Value ?? "").Split('|', StringSplitOptions.TrimEntries))
            {
                ReadOne(item, written, terms, signals);
            }
        }

        return terms;
    }

    private void ReadOne(YamlScalarNode item, string written, List<Term> terms, List<ISlot>? signals)
    {
        if (written.StartsWith('$'))
        {
            ReadSignal(item, written, terms, signals);
        }
        else if (written.StartsWith('<') && written.EndsWith('>'))
        {
            if (lists.Words.TryGetValue(written[1..^1], out var list))
            {
                terms.AddRange(list);
            }
            else
            {
                var (says, mend) = lists.NoList(written);
                faults.Add(item, says, mend);
            }
        }
        else if (Fold(item, written) is { } term)
        {
            terms.Add(term);
        }
    }

    private void ReadSignal(YamlScalarNode item, string written, List<Term> terms, List<ISlot>? signals)
    {
        if (lists.WordSlot(written[1..]) is { } words)
        {
            terms.AddRange(words);
        }
        else if (SlotCatalogue.Named(written[1..]) is not { } signal)
        {
            var (says, mend) = RuleLists.NoSignal(written);
            faults.Add(item, says, mend);
        }
        else if (signals is null)
        {
            faults.Add(item, $"The signal {written} can stand only in a slot of the frame.", "Use words here.");
        }
        else
        {
            signals.Add(signal);
        }
    }

    private Term? Fold(YamlScalarNode item, string written)
    {
        var (term, says, mend) = _folder.Fold(written);
        if (term is null)
        {
            faults.Add(item, says, mend);
        }

        return term;
    }
}
