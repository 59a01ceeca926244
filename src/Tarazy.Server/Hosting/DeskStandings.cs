using Tarazy.Policy.Law;

namespace Tarazy.Server.Hosting;

/// <summary>
/// What this desk is, by jurisdiction, e.g. <c>kz:authority</c>. It decides whom the desk may write to; a desk that is nothing
/// may still do what anyone may. An entry that cannot be read stops the start.
/// </summary>
internal sealed class DeskStandings
{
    public DeskStandings(IReadOnlyList<string> entries) => All = [.. entries.Select(Read)];

    public IReadOnlyList<DeskStanding> All { get; }

    private static DeskStanding Read(string entry)
    {
        var parts = entry.Split(':');
        var role = parts is [_, var name] ? name.Replace("-", "", StringComparison.Ordinal) : "";
        return parts is [{ Length: > 0 } jurisdiction, _] && Enum.TryParse<DeskRole>(role, ignoreCase: true, out var known)
            ? new(jurisdiction, known)
            : throw new InvalidOperationException($"Desk:Standing: \"{entry}\" is not jurisdiction:role, e.g. kz:authority or eu:trusted-flagger.");
    }
}
