using Tarazy.Analysis.Rules.Matching;

namespace Tarazy.Analysis.Rules.Find;

/// <summary>An expression that was read: its tree and its leaves, numbered as they stand.</summary>
internal sealed class FindPlan(FindNode root, IReadOnlyList<FindNode.Leaf> leaves)
{
    public FindNode Root { get; } = root;

    public IReadOnlyList<FindNode.Leaf> Leaves { get; } = leaves;

    /// <summary>Whether it can hold only where one of its words stands, so that most posts need no judging.</summary>
    public bool Anchored => Root.Anchored;

    public int TermCount => Leaves.OfType<FindNode.Words>().Sum(leaf => leaf.Terms.Count);

    public IEnumerable<(Term Term, int Slot)> Terms() =>
        Leaves.OfType<FindNode.Words>().SelectMany(leaf => leaf.Terms.Select(term => (term, TermUse.FirstLeaf + leaf.Number)));

    /// <summary>Ids of the channels that the expression asks for, sets written out.</summary>
    public IEnumerable<string> Channels() => Channels(Root);

    /// <summary>A place in which the filters of the expression hold, as far as one is thinkable, so that words alone decide.</summary>
    public PostPlace PlaceIn(string language)
    {
        var asked = Asked(Root, not: false).ToList();
        return new PostPlace(
            language,
            asked.OfType<FindNode.InChannels>().SelectMany(set => set.Channels).FirstOrDefault() ?? "",
            asked.OfType<FindNode.Reached>().Any() ? long.MaxValue : 0);
    }

    /// <summary>The parts that are asked for and not excluded.</summary>
    private static IEnumerable<FindNode> Asked(FindNode node, bool not) => node switch
    {
        FindNode.All all => all.Parts.SelectMany(part => Asked(part, not)),
        FindNode.Any any => any.Parts.SelectMany(part => Asked(part, not)),
        FindNode.Not other => Asked(other.Part, !not),
        _ => not ? [] : [node],
    };

    private static IEnumerable<string> Channels(FindNode node) => node switch
    {
        FindNode.InChannels set => set.Channels,
        FindNode.All all => all.Parts.SelectMany(Channels),
        FindNode.Any any => any.Parts.SelectMany(Channels),
        FindNode.Not not => Channels(not.Part),
        _ => [],
    };

    public override string ToString() => Root.ToString()!;
}

/// <summary>A part holds, does not, or cannot be told because the post does not say.</summary>
internal enum Truth
{
    No,
    Unknown,
    Yes,
}
