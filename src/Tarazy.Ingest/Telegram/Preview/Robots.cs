using System.Globalization;

namespace Tarazy.Ingest.Telegram.Preview;

/// <summary>What a site allows (RFC 9309): the longest matching rule decides, and allow wins over disallow of the same length.</summary>
internal sealed class Robots
{
    private const int MostLines = 5000;
    private readonly List<(string Path, bool Allow)> _rules = [];

    public static Robots AllowAll { get; } = new();

    public TimeSpan? CrawlDelay { get; private set; }

    /// <param name="product">The first word of our User-Agent, e.g. <c>Tarazy</c>.</param>
    public static Robots Parse(string text, string product)
    {
        var lines = text.Split('\n', MostLines)
            .Select(l => l.Split('#')[0].Split(':', 2, StringSplitOptions.TrimEntries))
            .Where(p => p.Length == 2)
            .Select(p => (Name: p[0].ToLowerInvariant(), Value: p[1]))
            .ToList();
        var own = RulesFor(lines, agent => agent.Length > 0 && agent != "*" && product.Contains(agent, StringComparison.OrdinalIgnoreCase));
        return own ?? RulesFor(lines, agent => agent == "*") ?? AllowAll;
    }

    public bool Allows(string path)
    {
        var best = (Length: -1, Allow: true);
        foreach (var (rule, allow) in _rules)
        {
            if (Matches(rule, path) && (rule.Length > best.Length || (rule.Length == best.Length && allow)))
            {
                best = (rule.Length, allow);
            }
        }

        return best.Allow;
    }

    /// <returns>The rules of every group whose agents match; null when there is no such group.</returns>
    private static Robots? RulesFor(List<(string Name, string Value)> lines, Func<string, bool> agent)
    {
        var robots = new Robots();
        var (found, applies, inAgents) = (false, false, false);
        foreach (var (name, value) in lines)
        {
            if (name == "user-agent")
            {
                applies = (inAgents && applies) || agent(value);
                inAgents = true;
                found |= applies;
                continue;
            }

            inAgents = false;
            if (applies)
            {
                robots.Add(name, value);
            }
        }

        return found ? robots : null;
    }

    private static bool Matches(string rule, string path)
    {
        var toEnd = rule.EndsWith('$');
        var parts = (toEnd ? rule[..^1] : rule).Split('*');
        if (!path.StartsWith(parts[0], StringComparison.Ordinal))
        {
            return false;
        }

        var at = parts[0].Length;
        foreach (var part in parts.AsSpan(1))
        {
            var next = path.IndexOf(part, at, StringComparison.Ordinal);
            if (next < 0)
            {
                return false;
            }

            at = next + part.Length;
        }

        return !toEnd || at == path.Length || (parts.Length > 1 && path.EndsWith(parts[^1], StringComparison.Ordinal));
    }

    private void Add(string name, string value)
    {
        if (name is "allow" or "disallow" && value.Length > 0)
        {
            _rules.Add((value, name == "allow"));
        }
        else if (name == "crawl-delay"
            && double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds)
            && seconds <= 86_400)
        {
            CrawlDelay = TimeSpan.FromSeconds(seconds);
        }
    }
}
