using Tarazy.Analysis.Rules.Matching;
using Tarazy.Analysis.Rules.Slots;

namespace Tarazy.Analysis.Rules.Find;

/// <summary>One part of an expression. Written out it is the expression again, in its one canonical spelling.</summary>
internal abstract class FindNode
{
    /// <summary>Whether the part can hold only where one of its words stands.</summary>
    public abstract bool Anchored { get; }

    /// <summary>Whether a signal must be looked for to judge the part, so that it is judged last.</summary>
    public virtual bool Signals => false;

    /// <summary>How tightly the part holds together when written: 4 stands alone, 1 is OR.</summary>
    protected virtual int Binding => 4;

    protected string Inside(int least) => Binding < least ? $"({this})" : ToString()!;

    /// <summary>Words, a list of words or a signal: what is looked for in the text itself.</summary>
    public abstract class Leaf(int number) : FindNode
    {
        /// <summary>Its place among the leaves of the expression.</summary>
        public int Number { get; } = number;

        /// <summary>As the evidence names it.</summary>
        public abstract string Name { get; }
    }

    public sealed class Words(int number, string name, string written, IReadOnlyList<Term> terms) : Leaf(number)
    {
        public IReadOnlyList<Term> Terms { get; } = terms;

        public override string Name => name;

        public override bool Anchored => true;

        public override string ToString() => written;
    }

    public sealed class Signal(int number, ISlot slot) : Leaf(number)
    {
        public ISlot Slot { get; } = slot;

        public override string Name => Slot.Name;

        public override bool Anchored => false;

        public override bool Signals => true;

        public override string ToString() => "$" + Slot.Name;
    }

    public sealed class All(IReadOnlyList<FindNode> parts) : FindNode
    {
        public IReadOnlyList<FindNode> Parts { get; } = parts;

        public override bool Anchored => Parts.Any(part => part.Anchored);

        public override bool Signals { get; } = parts.Any(part => part.Signals);

        protected override int Binding => 2;

        public override string ToString() => string.Join(" AND ", Parts.Select(part => part.Inside(3)));
    }

    public sealed class Any(IReadOnlyList<FindNode> parts) : FindNode
    {
        public IReadOnlyList<FindNode> Parts { get; } = parts;

        public override bool Anchored => Parts.All(part => part.Anchored);

        public override bool Signals { get; } = parts.Any(part => part.Signals);

        protected override int Binding => 1;

        public override string ToString() => string.Join(" OR ", Parts.Select(part => part.Inside(2)));
    }

    public sealed class Not(FindNode part) : FindNode
    {
        public FindNode Part { get; } = part;

        public override bool Anchored => false;

        public override bool Signals => Part.Signals;

        protected override int Binding => 3;

        public override string ToString() => "NOT " + Part.Inside(3);
    }

    /// <summary>Both sides, with at most so many words between them. Its span reaches from the one to the other.</summary>
    public sealed class Near(FindNode left, FindNode right, int words) : FindNode
    {
        public FindNode Left { get; } = left;

        public FindNode Right { get; } = right;

        public int Between { get; } = words;

        public override bool Anchored => Left.Anchored || Right.Anchored;

        public override bool Signals => Left.Signals || Right.Signals;

        protected override int Binding => 3;

        public override string ToString() => FormattableString.Invariant($"{(Left is Near ? Left : Left.Inside(4))} NEAR/{Between} {Right.Inside(4)}");
    }

    public sealed class InLanguages(IReadOnlyList<string> codes) : FindNode
    {
        public string[] Codes { get; } = [.. codes];

        public override bool Anchored => false;

        public override string ToString() => "lang:" + string.Join(',', Codes);
    }

    /// <param name="name">Of a set, or the channel itself.</param>
    public sealed class InChannels(string name, IReadOnlySet<string> channels) : FindNode
    {
        public IReadOnlySet<string> Channels { get; } = channels;

        public override bool Anchored => false;

        public override string ToString() => "channel:" + name;
    }

    public sealed class Reached(long above) : FindNode
    {
        public long Above { get; } = above;

        public override bool Anchored => false;

        public override string ToString() => FormattableString.Invariant($"audience:>{Above}");
    }
}
