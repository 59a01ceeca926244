using System.Globalization;
using Tarazy.Analysis.Rules.Loading;
using Tarazy.Analysis.Rules.Slots;

namespace Tarazy.Analysis.Rules.Find;

/// <summary>Reads one part of an expression: a term, a list, a signal or a filter.</summary>
internal sealed class FindParts(RuleLists lists, RuleLimits limits)
{
    private const int LongestCode = 3;
    private const string Language = "lang:";
    private const string Channel = "channel:";
    private const string Audience = "audience:";

    private readonly TermFolder _folder = new(limits);
    private readonly TermSpelling _spelling = new(limits);
    private readonly List<FindNode.Leaf> _leaves = [];

    public IReadOnlyList<FindNode.Leaf> Leaves => _leaves;

    /// <summary>Parts read so far, filters too.</summary>
    public int Count { get; private set; }

    public (FindNode? Node, FindFault? Fault) Read(FindToken token)
    {
        Count++;
        return token switch
        {
            { Kind: FindTokenKind.List } => List(token),
            { Kind: FindTokenKind.Phrase } => Term(token),
            { Text: ['$', .. var name] } => Signal(token, name),
            { Text: var text } when Is(text, Language) => Languages(token, text[Language.Length..]),
            { Text: var text } when Is(text, Channel) => Channels(token, text[Channel.Length..]),
            { Text: var text } when Is(text, Audience) => Reached(token, text[Audience.Length..]),
            _ => Term(token),
        };
    }

    /// <summary>Whether a word of an expression asks for something else than words in the text.</summary>
    public static bool IsFilter(string word) => Is(word, Language) || Is(word, Channel) || Is(word, Audience);

    private static bool Is(string word, string filter) => word.StartsWith(filter, StringComparison.Ordinal);

    private (FindNode? Node, FindFault? Fault) Term(FindToken token)
    {
        if (token.Kind == FindTokenKind.Word && token.Text.Contains('|', StringComparison.Ordinal))
        {
            return Refuse(token, $"\"{token.Text}\" holds a stroke.", "Write OR between the alternatives.");
        }

        var (term, says, mend) = _folder.Fold(token.Text);
        if (term is null)
        {
            return Refuse(token, says, mend);
        }

        return (Leaf(new FindNode.Words(_leaves.Count, term.Key, _spelling.Of(term, token), [term])), null);
    }

    private (FindNode? Node, FindFault? Fault) List(FindToken token)
    {
        if (!lists.Words.TryGetValue(token.Text, out var terms))
        {
            var (says, mend) = lists.NoList($"<{token.Text}>");
            return Refuse(token, says, mend);
        }

        return (Leaf(new FindNode.Words(_leaves.Count, token.Text, $"<{token.Text}>", terms)), null);
    }

    private (FindNode? Node, FindFault? Fault) Signal(FindToken token, string name)
    {
        if (SlotCatalogue.Named(name) is { } slot)
        {
            return (Leaf(new FindNode.Signal(_leaves.Count, slot)), null);
        }

        if (lists.WordSlot(name) is { } terms)
        {
            return (Leaf(new FindNode.Words(_leaves.Count, name, "$" + name, terms)), null);
        }

        var (says, mend) = RuleLists.NoSignal(token.Text);
        return Refuse(token, says, mend);
    }

    private static (FindNode? Node, FindFault? Fault) Languages(FindToken token, string codes)
    {
        var each = codes.Split(',');
        return each.All(code => code.Length is 2 or LongestCode && code.All(char.IsAsciiLetterLower))
            ? (new FindNode.InLanguages([.. each.Distinct().Order(StringComparer.Ordinal)]), null)
            : Refuse(token, $"\"{token.Text}\" names no languages.", "Write lang:kk or lang:kk,ru, without blanks.");
    }

    private (FindNode? Node, FindFault? Fault) Channels(FindToken token, string set)
    {
        if (set.Contains(':', StringComparison.Ordinal) || set.StartsWith('@'))
        {
            var id = set.StartsWith('@') ? "telegram:" + set : set;
            return (new FindNode.InChannels(id, new HashSet<string>(StringComparer.Ordinal) { id }), null);
        }

        if (lists.Channels.TryGetValue(set, out var channels))
        {
            return (new FindNode.InChannels(set, channels), null);
        }

        var (says, mend) = lists.NoSet(set);
        return Refuse(token, says, mend);
    }

    private static (FindNode? Node, FindFault? Fault) Reached(FindToken token, string above) =>
        above.StartsWith('>') && long.TryParse(above.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? (new FindNode.Reached(number), null)
            : Refuse(token, $"\"{token.Text}\" gives no number.", "Write audience:>10000, without blanks.");

    private FindNode.Leaf Leaf(FindNode.Leaf leaf)
    {
        _leaves.Add(leaf);
        return leaf;
    }

    private static (FindNode? Node, FindFault? Fault) Refuse(FindToken token, string says, string mend) => (null, new FindFault(token.At, says, mend));
}
