using Tarazy.Policy.Law;

namespace Tarazy.Policy.Rungs;

/// <summary>What the ladder must know of a case beside the decision.</summary>
/// <param name="UpheldNoticesOfChannel">Notices about the same channel that were acted on and not reversed.</param>
/// <param name="Standing">What this desk is, by jurisdiction. A desk that is nothing may still do what anyone may.</param>
public sealed record CaseFacts(int UpheldNoticesOfChannel, IReadOnlyList<DeskStanding> Standing)
{
    public static CaseFacts Nothing { get; } = new(0, []);
}
