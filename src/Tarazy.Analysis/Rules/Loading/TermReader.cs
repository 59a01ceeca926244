using Tarazy.Analysis.Rules.Matching;
using Tarazy.Analysis.Rules.Slots;
using Tarazy.Analysis.Text;
using YamlDotNet.RepresentationModel;

namespace Tarazy.Analysis.Rules.Loading;

/// <summary>Reads terms: <c>word</c>, <c>stem*</c>, <c>"phrase of wor*"</c>, <c>$signal</c>, <c>&lt;list&gt;</c>, alternatives apart by <c>|</c>.</summary>
internal sealed class TermReader(RuleLimits limits, IReadOnlyDictionary<string, IReadOnlyList<Term>> lists, Faults faults)
{
    /// <summary>A shorter stem begins too many words to mean one; beside other words two letters will do.</summary>
    private const int ShortestStem = 3;

    private readonly FoldedText _folded = new();

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
            ReadSignal(item, written, signals);
        }
        else if (written.StartsWith('<') && written.EndsWith('>'))
        {
            if (lists.TryGetValue(written[1..^1], out var list))
            {
                terms.AddRange(list);
            }
            else
            {
                faults.Add(item, $"There is no list {written}.", lists.Count == 0 ? "Put it into lists/." : $"Lists: {string.Join(", ", lists.Keys.Order(StringComparer.Ordinal))}.");
            }
        }
        else if (Fold(item, written) is { } term)
        {
            terms.Add(term);
        }
    }

    private void ReadSignal(YamlScalarNode item, string written, List<ISlot>? signals)
    {
        if (SlotCatalogue.Named(written[1..]) is not { } signal)
        {
            faults.Add(item, $"There is no signal {written}.", $"Signals: {string.Join(", ", SlotCatalogue.All.Select(slot => "$" + slot.Name))}.");
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
        var words = new List<TermWord>();
        foreach (var part in written.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var stem = part.EndsWith('*');
            _folded.Fold(stem ? part[..^1] : part);
            var tokens = _folded.Tokens;
            for (var i = 0; i < tokens.Length; i++)
            {
                words.Add(new TermWord(_folded.Chars.Slice(tokens[i].Start, tokens[i].Length).ToString(), stem && i == tokens.Length - 1));
            }
        }

        return Mend(written, words) is var (says, mend) ? Refuse(item, says, mend) : new Term(written, words);
    }

    private (string Says, string Mend)? Mend(string written, List<TermWord> words) =>
        words.Count == 0 ? ($"\"{written}\" holds no word.", "Write a word, a stem*, a \"phrase\" or a $signal.")
        : Array.Exists(written.Split(' '), part => part.TrimEnd('*').Contains('*', StringComparison.Ordinal))
            ? ($"\"{written}\" has a star inside a word.", "A star stands only at the end of a word: stem*.")
        : words.Count > 1 && words.TrueForAll(word => word.Stem && word.Text.Length < ShortestStem)
            ? ($"\"{written}\" holds only short stems.", "Write one of its words out.")
        : Array.Exists(written.Split(' '), part => part.EndsWith('*') && part.TrimEnd('*').Length < ShortestStem - (words.Count > 1 ? 1 : 0))
            ? ($"A stem in \"{written}\" is too short.", "Write more letters, or the words it stands for.")
        : words.Count > limits.Words ? ($"\"{written}\" has more than {limits.Words} words.", "Use a shorter phrase, or two slots.")
        : null;

    private Term? Refuse(YamlScalarNode item, string says, string mend)
    {
        faults.Add(item, says, mend);
        return null;
    }
}
