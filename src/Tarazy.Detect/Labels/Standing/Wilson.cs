namespace Tarazy.Detect.Labels.Standing;

/// <summary>A share with the interval in which it lies in 95 of 100 cases (Wilson 1927): honest on small counts, where the usual one is not.</summary>
public readonly record struct Share(int Of, int All)
{
    private const double Z = 1.959964;

    public double Value => All == 0 ? 0 : (double)Of / All;

    public double Low => Bound(-1);

    public double High => Bound(+1);

    private double Bound(int side)
    {
        if (All == 0)
        {
            return side < 0 ? 0 : 1;
        }

        var middle = Value + (Z * Z / (2 * All));
        var width = Z * Math.Sqrt(((Value * (1 - Value)) + (Z * Z / (4 * All))) / All);
        return Math.Clamp((middle + (side * width)) / (1 + (Z * Z / All)), 0, 1);
    }
}
