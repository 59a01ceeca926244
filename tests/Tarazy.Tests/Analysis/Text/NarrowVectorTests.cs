using System.Globalization;
using System.Runtime.Intrinsics;

namespace Tarazy.Tests.Analysis.Text;

/// <summary>
/// The analysis is tested again as on processors with narrower vectors. The switch that makes a processor seem narrower has had
/// several names, and one that is not known is silently without effect; so the run says what it asked for.
/// </summary>
public class NarrowVectorTests
{
    private const string Asked = "TARAZY_WIDEST_VECTOR";

    [Fact]
    public void A_run_that_asks_for_narrow_vectors_has_them()
    {
        var widest = Environment.GetEnvironmentVariable(Asked);
        Assert.SkipWhen(widest is null, $"{Asked} is not set: vectors are as wide as the processor has them.");
        var bits = int.Parse(widest!, CultureInfo.InvariantCulture);
        Assert.True(bits >= 512 || !Vector512.IsHardwareAccelerated);
        Assert.True(bits >= 256 || !Vector256.IsHardwareAccelerated);
    }
}
