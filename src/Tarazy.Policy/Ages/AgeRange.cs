using System.Globalization;

namespace Tarazy.Policy.Ages;

/// <summary>What a proof of an age threshold says: the person is of that age or older, or is not. Nothing else is asked for.</summary>
/// <param name="Years">Whole years, 1 to 120.</param>
public readonly record struct ThresholdProof(int Years, bool Over);

/// <summary>The ages that the proofs leave open: <c>From ≤ age &lt; Below</c>.</summary>
/// <param name="Below">Null when nothing bounds it.</param>
public readonly record struct AgeRange(int From, int? Below)
{
    public static AgeRange Any { get; } = new(0, null);

    /// <exception cref="ArgumentException">The proofs contradict each other, or a threshold is no age.</exception>
    public static AgeRange Of(IEnumerable<ThresholdProof> proofs)
    {
        var range = Any;
        foreach (var (years, over) in proofs)
        {
            if (years is < 1 or > 120)
            {
                throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"{years} is no age to prove; a threshold is 1 to 120 years."), nameof(proofs));
            }

            range = over ? range with { From = Math.Max(range.From, years) } : range with { Below = Math.Min(range.Below ?? years, years) };
        }

        return range.Below is { } below && range.From >= below
            ? throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"The proofs contradict each other: {range.From} or older, and younger than {below}."), nameof(proofs))
            : range;
    }

    /// <summary>Whether a band holds for every age of the range, for some of them, or for none.</summary>
    public Holds In(int? min, int? below)
    {
        int low = min ?? 0, high = below ?? int.MaxValue, top = Below ?? int.MaxValue;
        if (From >= high || top <= low)
        {
            return Holds.No;
        }

        return From >= low && top <= high ? Holds.Yes : Holds.Perhaps;
    }

    /// <summary>The threshold whose proof would settle a band that perhaps holds.</summary>
    public int? Settles(int? min, int? below) =>
        below is { } end && end > From && (Below is null || end < Below) ? end
        : min is { } start && start > From && (Below is null || start < Below) ? start
        : null;
}

public enum Holds
{
    No,
    Perhaps,
    Yes,
}
