using System.Security.Cryptography;
using System.Text;

namespace Tarazy.Detect.Labels.Standing;

/// <summary>How well two readers who do not see each other's answer agree beyond chance: Cohen's kappa.</summary>
public static class Agreement
{
    /// <summary>Below it people do not mean the same by the category, and a machine cannot learn what they do not agree on.</summary>
    public const double Least = 0.6;

    /// <summary>Fewer pairs say nothing.</summary>
    public const int FewestPairs = 10;

    /// <summary>Share of decided cases that a second person reads for the sake of this figure.</summary>
    public const double SecondShare = 0.05;

    /// <returns>Null when there are too few pairs to say.</returns>
    public static double? Kappa(IReadOnlyCollection<(LabelAnswer First, LabelAnswer Second)> pairs)
    {
        if (pairs.Count < FewestPairs)
        {
            return null;
        }

        double all = pairs.Count;
        var same = pairs.Count(pair => pair.First == pair.Second) / all;
        var chance = Enum.GetValues<LabelAnswer>().Sum(answer => pairs.Count(p => p.First == answer) / all * (pairs.Count(p => p.Second == answer) / all));

        // Where everybody always says the same, there is nothing to disagree about.
        return chance >= 1 ? 1 : (same - chance) / (1 - chance);
    }

    /// <summary>Whether a case is one of those that a second person reads. It follows from its id, so nobody can choose.</summary>
    public static bool IsRead(string caseId) => HashShare("second:" + caseId) < SecondShare;

    /// <summary>A number from 0 to 1 that follows from the words and from nothing else.</summary>
    internal static double HashShare(string words)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(words), hash);
        return BitConverter.ToUInt32(hash) / ((double)uint.MaxValue + 1);
    }
}
