using System.Runtime.Intrinsics;

namespace Tarazy.Analysis.Language;

/// <summary>Shares in proportion to the exponential of scores, eight at a time. The vectors and the plain road agree to a millionth (a test holds it).</summary>
internal static class Softmax
{
    /// <summary>What lies farther behind the best has no share.</summary>
    private const float Nothing = -18;

    /// <param name="factor">Natural logarithms that one step of a score is worth.</param>
    public static void Of(ReadOnlySpan<int> scores, int best, float factor, Span<float> shares)
    {
        if (!Vector256.IsHardwareAccelerated)
        {
            OfPlain(scores, best, factor, shares);
            return;
        }

        var sums = Vector256<float>.Zero;
        var at = 0;
        for (; at <= scores.Length - Vector256<int>.Count; at += Vector256<int>.Count)
        {
            var part = Exp(Vector256.Create(scores[at..]), best, factor);
            sums += part;
            part.CopyTo(shares[at..]);
        }

        Span<int> rest = stackalloc int[Vector256<int>.Count];
        Span<float> last = stackalloc float[Vector256<float>.Count];
        rest.Fill(best + (int.MinValue / 2));
        scores[at..].CopyTo(rest);
        var end = Exp(Vector256.Create<int>(rest), best, factor);
        end.CopyTo(last);
        last[..(scores.Length - at)].CopyTo(shares[at..]);
        Divide(shares, Vector256.Sum(sums + end));
    }

    /// <summary>The plain twin of the vector road.</summary>
    internal static void OfPlain(ReadOnlySpan<int> scores, int best, float factor, Span<float> shares)
    {
        float total = 0;
        for (var i = 0; i < scores.Length; i++)
        {
            var behind = (scores[i] - best) * factor;
            shares[i] = behind < Nothing ? 0 : MathF.Exp(behind);
            total += shares[i];
        }

        Divide(shares, total);
    }

    private static Vector256<float> Exp(Vector256<int> scores, int best, float factor)
    {
        var behind = Vector256.ConvertToSingle(scores - Vector256.Create(best)) * factor;
        return Vector256.AndNot(Vector256.Exp(behind), Vector256.LessThan(behind, Vector256.Create(Nothing)));
    }

    private static void Divide(Span<float> shares, float total)
    {
        for (var i = 0; i < shares.Length; i++)
        {
            shares[i] /= total;
        }
    }
}
