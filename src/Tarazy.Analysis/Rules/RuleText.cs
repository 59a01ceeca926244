using System.Diagnostics.CodeAnalysis;
using Tarazy.Analysis.Rules.Find;

namespace Tarazy.Analysis.Rules;

/// <summary>Reads the language of rules and searches. No text makes it throw: what is wrong with one is said as a fault.</summary>
public static class RuleText
{
    /// <summary>Reads an expression without lists and sets of channels.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out RuleQuery? query, [NotNullWhen(false)] out RuleFault? fault) =>
        TryParse(text, RuleLists.None, new RuleLimits(), out query, out fault);

    /// <param name="text">E.g. <c>(вербов* OR "служба по контракту") NEAR/12 $money NOT lang:uk</c>.</param>
    /// <param name="lists">What <c>&lt;list&gt;</c>, <c>$threat</c> and <c>channel:SET</c> stand for; <see cref="RuleBook.Lists"/>.</param>
    /// <param name="fault">Where it goes wrong, line and column counted from 1, and what would mend it.</param>
    public static bool TryParse(
        string? text, RuleLists lists, RuleLimits limits, [NotNullWhen(true)] out RuleQuery? query, [NotNullWhen(false)] out RuleFault? fault)
    {
        ArgumentNullException.ThrowIfNull(lists);
        ArgumentNullException.ThrowIfNull(limits);
        var (plan, broken) = FindParser.Parse(text ?? "", lists, limits);
        query = plan is null ? null : new RuleQuery(plan);
        fault = null;
        if (query is null)
        {
            var (line, column) = Place(text ?? "", broken!.At);
            fault = new RuleFault("expression", line, column, broken.Says, broken.Mend);
        }

        return query is not null;
    }

    /// <summary>Line and column of a place in a text, from 1.</summary>
    internal static (int Line, int Column) Place(string text, int at)
    {
        var before = text.AsSpan(0, Math.Min(at, text.Length));
        return (before.Count('\n') + 1, before.Length - before.LastIndexOf('\n'));
    }
}

/// <summary>An expression that was read, for a search or a replay.</summary>
public sealed class RuleQuery
{
    internal RuleQuery(FindPlan plan) => Plan = plan;

    /// <summary>Whether it can hold only where one of its words stands. Others are asked of every post, which takes longer.</summary>
    public bool Anchored => Plan.Anchored;

    internal FindPlan Plan { get; }

    /// <summary>A book that looks for this expression alone, in every language.</summary>
    public RuleBook Book() => new([WatchRule.OfQuery(this)]);

    /// <summary>The expression in its one canonical spelling; reading that gives the same expression.</summary>
    public override string ToString() => Plan.ToString();
}
