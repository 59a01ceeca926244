using Tarazy.Analysis.Rules;

namespace Tarazy.Server.Commands.Rules;

/// <summary>The rule that a command line names, or the expression that it writes.</summary>
/// <param name="Rule">Null for an expression.</param>
/// <param name="Book">Looks for it alone.</param>
internal sealed record AskedRule(WatchRule? Rule, RuleBook Book, string Says)
{
    /// <summary>A word that is the name of a rule is that rule; everything else is read as an expression.</summary>
    public static AskedRule? Find(string asked, string lexicons, Action<string> refuse)
    {
        var load = RuleBook.Load(lexicons);
        var rule = load.Book.Rules.Concat(load.Failing).FirstOrDefault(r => r.Name == asked);
        if (rule is not null)
        {
            return new AskedRule(rule, load.Book.Only(rule), rule.Name);
        }

        if (RuleText.TryParse(asked, load.Book.Lists, new RuleLimits(), out var query, out var fault))
        {
            if (asked.Contains('-', StringComparison.Ordinal) && asked.All(unit => unit == '-' || char.IsAsciiLetterLower(unit)))
            {
                refuse($"There is no rule {asked}, so these words are looked for.");
            }

            var book = query.Book();
            return new AskedRule(Rule: null, book, query.ToString());
        }

        refuse($"{asked} is neither a rule nor an expression. {fault}");
        foreach (var broken in load.Faults.Where(f => Path.GetFileNameWithoutExtension(f.File) == asked))
        {
            refuse($"A rule of that name was left out: {broken}");
        }

        return null;
    }
}
