using Tarazy.Analysis.Rules.Matching;
using Tarazy.Analysis.Rules.Slots;

namespace Tarazy.Analysis.Rules;

/// <summary>What rules may name: lists of words, and sets of channels from list files or from the desk.</summary>
public sealed class RuleLists
{
    internal RuleLists(IReadOnlyDictionary<string, IReadOnlyList<Term>> words, IReadOnlyDictionary<string, IReadOnlySet<string>> channels)
    {
        Words = words;
        Channels = channels;
    }

    /// <summary>No list and no set.</summary>
    public static RuleLists None { get; } = new(new Dictionary<string, IReadOnlyList<Term>>(), new Dictionary<string, IReadOnlySet<string>>());

    /// <summary>Ids of the channels of each set, e.g. <c>telegram:1591537674</c>.</summary>
    public IReadOnlyDictionary<string, IReadOnlySet<string>> Channels { get; }

    internal IReadOnlyDictionary<string, IReadOnlyList<Term>> Words { get; }

    /// <summary>The same with a set that the desk keeps; it stands for one of that name in a file.</summary>
    public RuleLists With(string set, IEnumerable<string> channels)
    {
        var all = new Dictionary<string, IReadOnlySet<string>>(Channels, StringComparer.Ordinal) { [set] = channels.ToHashSet(StringComparer.Ordinal) };
        return new RuleLists(Words, all);
    }

    /// <summary>The words of <c>$threat</c> and <c>$demand</c>: signals whose words are data, in the list of that name.</summary>
    internal IReadOnlyList<Term>? WordSlot(string name) => SlotCatalogue.WordSlots.Contains(name) ? Words.GetValueOrDefault(name) : null;

    internal static (string Says, string Mend) NoSignal(string written) => SlotCatalogue.WordSlots.Contains(written[1..])
        ? ($"The signal {written} has no words.", $"Put them into lists/{written[1..]}.yaml.")
        : ($"There is no signal {written}.", $"Signals: {string.Join(", ", SlotCatalogue.Names.Select(name => "$" + name))}.");

    internal (string Says, string Mend) NoList(string written) =>
        ($"There is no list {written}.", Words.Count == 0 ? "Put it into lists/." : $"Lists: {string.Join(", ", Words.Keys.Order(StringComparer.Ordinal))}.");

    internal (string Says, string Mend) NoSet(string name) =>
        ($"There is no set of channels \"{name}\".", Channels.Count == 0
            ? "Put it into lists/ with \"channels:\", or write a channel as telegram:1591537674."
            : $"Sets: {string.Join(", ", Channels.Keys.Order(StringComparer.Ordinal))}.");
}
