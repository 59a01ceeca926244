using System.Globalization;

namespace Tarazy.Analysis.Rules.Find;

/// <summary>
/// Reads an expression by recursive descent. From the loosest to the tightest: OR, AND (or nothing between two parts), NOT,
/// NEAR/n, and one part. It stops at the first fault, for what follows one is seldom what was meant.
/// </summary>
internal sealed class FindParser
{
    private const int MostBetween = 200;

    private readonly string _text;
    private readonly RuleLimits _limits;
    private readonly FindParts _parts;
    private FindToken _now;
    private int _at;
    private int _depth;
    private FindFault? _fault;

    private FindParser(string text, RuleLists lists, RuleLimits limits)
    {
        _text = text;
        _limits = limits;
        _parts = new FindParts(lists, limits);
        _now = FindLexer.Next(text, ref _at);
    }

    public static (FindPlan? Plan, FindFault? Fault) Parse(string text, RuleLists lists, RuleLimits limits)
    {
        if (text.Length > limits.FindLength)
        {
            return (null, new FindFault(0, $"The expression has {text.Length} characters and {limits.FindLength} are allowed.", "Put its words into a list and name it <list>."));
        }

        var parser = new FindParser(text, lists, limits);
        var root = parser.Either();
        if (root is not null && parser._now.Kind != FindTokenKind.End)
        {
            root = parser.Refuse("Here stands a bracket that was not opened.", "Remove it, or open it before.");
        }

        var plan = root is null ? null : new FindPlan(root, parser._parts.Leaves);
        if (plan?.TermCount > limits.Terms)
        {
            return (null, new FindFault(0, $"The expression has {plan.TermCount} terms and {limits.Terms} are allowed.", "Split it."));
        }

        // What is kept and shown is the canonical spelling, and it must be readable again.
        if (plan?.ToString() is { } canonical && canonical.Length > limits.FindLength)
        {
            return (null, new FindFault(0, $"The expression has {canonical.Length} characters when every AND is written out, and {limits.FindLength} are allowed.", "Put its words into a list and name it <list>."));
        }

        return (plan, parser._fault);
    }

    private FindNode? Either()
    {
        var parts = new List<FindNode>();
        do
        {
            if (Both() is not { } part)
            {
                return null;
            }

            parts.Add(part);
        }
        while (Takes("OR"));

        return parts.Count == 1 ? parts[0] : new FindNode.Any(parts);
    }

    private FindNode? Both()
    {
        var parts = new List<FindNode>();
        do
        {
            if (Negated() is not { } part)
            {
                return null;
            }

            parts.Add(part);
        }
        while (Takes("AND") || Begins());

        return parts.Count == 1 ? parts[0] : new FindNode.All(parts);
    }

    private bool Begins() => _now.Kind is not (FindTokenKind.End or FindTokenKind.Close) && !Is("OR");

    private FindNode? Negated()
    {
        if (!Takes("NOT"))
        {
            return Close();
        }

        return Deeper(Negated) is { } part ? new FindNode.Not(part) : null;
    }

    private FindNode? Close()
    {
        var left = One();
        while (left is not null && _now.Kind == FindTokenKind.Word && _now.Text.StartsWith("NEAR", StringComparison.Ordinal) && (_now.Text.Length == 4 || _now.Text[4] == '/'))
        {
            var near = _now;
            if (!int.TryParse(near.Text.AsSpan(Math.Min(5, near.Text.Length)), NumberStyles.None, CultureInfo.InvariantCulture, out var between) || between > MostBetween)
            {
                return Refuse($"\"{near.Text}\" does not say how near.", $"Write NEAR/5: at most five words between the two; 0 to {MostBetween}.");
            }

            if (!Stands(left))
            {
                return Refuse("What stands before NEAR has no place in the text.", "Put words, a phrase, a signal, or these joined by OR on both sides of NEAR.");
            }

            Move();
            var at = _now;
            if (One() is not { } right)
            {
                return null;
            }

            if (!Stands(right))
            {
                return Refuse("What stands after NEAR has no place in the text.", "Put words, a phrase, a signal, or these joined by OR on both sides of NEAR.", at);
            }

            left = new FindNode.Near(left, right, between);
        }

        return left;
    }

    private static bool Stands(FindNode node) => node is FindNode.Leaf or FindNode.Near || (node is FindNode.Any { Parts: var parts } && parts.All(Stands));

    private FindNode? One()
    {
        if (_now.Kind == FindTokenKind.Open)
        {
            var open = _now;
            Move();
            if (Deeper(Either) is not { } inside)
            {
                return null;
            }

            if (_now.Kind != FindTokenKind.Close)
            {
                return Refuse("This bracket is not closed.", "Close it where its part ends.", open);
            }

            Move();
            return inside;
        }

        if (MisplacedToken.Find(_now, _text) is { } misplaced)
        {
            return Refuse(misplaced.Says, misplaced.Mend);
        }

        if (_parts.Count >= _limits.FindParts)
        {
            return Refuse($"The expression has more than {_limits.FindParts} parts.", "Put words into a list and name it <list>, or split the rule.");
        }

        var (node, fault) = _parts.Read(_now);
        _fault ??= fault;
        Move();
        return node;
    }

    private FindNode? Deeper(Func<FindNode?> read)
    {
        if (_depth >= _limits.FindDepth)
        {
            return Refuse($"This is nested deeper than {_limits.FindDepth} levels.", "Flatten it, or split the rule.");
        }

        _depth++;
        var node = read();
        _depth--;
        return node;
    }

    private bool Is(string word) => _now.Kind == FindTokenKind.Word && _now.Text == word;

    private bool Takes(string word)
    {
        if (!Is(word))
        {
            return false;
        }

        Move();
        return true;
    }

    private void Move() => _now = FindLexer.Next(_text, ref _at);

    private FindNode? Refuse(string says, string mend, FindToken? at = null)
    {
        _fault ??= new FindFault((at ?? _now).At, says, mend);
        return null;
    }
}
