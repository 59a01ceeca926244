using Tarazy.Detect.Labels.Standing;

namespace Tarazy.Detect.Labels.Training;

/// <summary>
/// A fifth of the desk's stories, for ever set aside to test on. A story is in it or not by the hash of its name, so the set grows
/// with the desk, nobody chooses what is in it, and no model has ever learnt from it.
/// </summary>
internal static class FrozenSet
{
    public const double Part = 0.2;

    public static bool Holds(string story) => Agreement.HashShare("frozen:" + story) < Part;
}
