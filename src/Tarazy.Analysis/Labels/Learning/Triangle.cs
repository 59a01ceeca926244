using System.Runtime.Intrinsics;

namespace Tarazy.Analysis.Labels.Learning;

/// <summary>
/// Cholesky's factor of a positive definite matrix and solutions with it, in blocks. All matrices lie row after row, so every
/// inner loop is a product of two pieces of memory; the order of additions is fixed, so results repeat on any machine.
/// </summary>
internal static class Triangle
{
    private const int Block = 64;

    /// <summary>Replaces the lower half of <paramref name="matrix"/> by L with LL' = matrix.</summary>
    /// <exception cref="ArithmeticException">The matrix is not positive definite.</exception>
    public static void Factor(float[] matrix, int n, int threads)
    {
        for (var from = 0; from < n; from += Block)
        {
            var to = Math.Min(from + Block, n);
            Chunks(from, n, threads, (low, high) => Subtract(matrix, low, high, matrix, from, to, 0, n));
            for (var row = from; row < to; row++)
            {
                Substitute(matrix.AsSpan(row * n, n), matrix, from, row, n);
                var rest = matrix[(row * n) + row] - Dot(matrix.AsSpan((row * n) + from, row - from), matrix.AsSpan((row * n) + from, row - from));
                matrix[(row * n) + row] = rest > 0 ? MathF.Sqrt(rest) : throw new ArithmeticException("The matrix is not positive definite; a larger lambda makes it so.");
            }

            Chunks(to, n, threads, (low, high) =>
            {
                for (var row = low; row < high; row++)
                {
                    Substitute(matrix.AsSpan(row * n, n), matrix, from, to, n);
                }
            });
        }
    }

    /// <summary>Replaces W by WL'⁻¹. Row r of W may begin with zeros up to <paramref name="zeros"/>(r), which are skipped.</summary>
    public static void Solve(float[] w, int rows, float[] factor, int n, Func<int, int> zeros, int threads) =>
        Chunks(0, rows, threads, (low, high) =>
        {
            for (var first = low; first < high; first += Block)
            {
                var last = Math.Min(first + Block, high);
                var start = zeros(first) / Block * Block;
                for (var from = start; from < n; from += Block)
                {
                    var to = Math.Min(from + Block, n);
                    Subtract(w, first, last, factor, from, to, start, n);
                    for (var row = first; row < last; row++)
                    {
                        Substitute(w.AsSpan(row * n, n), factor, from, to, n);
                    }
                }
            }
        });

    public static float Dot(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        var sums = Vector256<float>.Zero;
        var i = 0;
        for (; i + Vector256<float>.Count <= a.Length; i += Vector256<float>.Count)
        {
            sums = Vector256.FusedMultiplyAdd(Vector256.Create(a[i..]), Vector256.Create(b[i..]), sums);
        }

        var sum = Vector256.Sum(sums);
        for (; i < a.Length; i++)
        {
            sum += a[i] * b[i];
        }

        return sum;
    }

    /// <summary>c[r, from..to] -= c[r, start..from] · factor[from..to, start..from]' for the rows low to high.</summary>
    private static void Subtract(float[] c, int low, int high, float[] factor, int from, int to, int start, int n)
    {
        var k = from - start;
        if (k <= 0)
        {
            return;
        }

        for (var j = from; j < to; j += 2)
        {
            var pair = j + 1 < to;
            var b0 = factor.AsSpan((j * n) + start, k);
            var b1 = factor.AsSpan(((pair ? j + 1 : j) * n) + start, k);
            var r = low;
            for (; r + 4 <= high && pair; r += 4)
            {
                Tile(c, r, j, start, k, n, b0, b1);
            }

            for (; r < high; r++)
            {
                var row = c.AsSpan((r * n) + start, k);
                c[(r * n) + j] -= Dot(row, b0);
                if (pair)
                {
                    c[(r * n) + j + 1] -= Dot(row, b1);
                }
            }
        }
    }

    private static void Tile(float[] c, int r, int j, int start, int k, int n, ReadOnlySpan<float> b0, ReadOnlySpan<float> b1)
    {
        ReadOnlySpan<float> a0 = c.AsSpan((r * n) + start, k), a1 = c.AsSpan(((r + 1) * n) + start, k);
        ReadOnlySpan<float> a2 = c.AsSpan(((r + 2) * n) + start, k), a3 = c.AsSpan(((r + 3) * n) + start, k);
        Vector256<float> s00 = default, s01 = default, s10 = default, s11 = default, s20 = default, s21 = default, s30 = default, s31 = default;
        var i = 0;
        for (; i + 8 <= k; i += 8)
        {
            var x0 = Vector256.Create(b0[i..]);
            var x1 = Vector256.Create(b1[i..]);
            var y = Vector256.Create(a0[i..]);
            s00 = Vector256.FusedMultiplyAdd(y, x0, s00);
            s01 = Vector256.FusedMultiplyAdd(y, x1, s01);
            y = Vector256.Create(a1[i..]);
            s10 = Vector256.FusedMultiplyAdd(y, x0, s10);
            s11 = Vector256.FusedMultiplyAdd(y, x1, s11);
            y = Vector256.Create(a2[i..]);
            s20 = Vector256.FusedMultiplyAdd(y, x0, s20);
            s21 = Vector256.FusedMultiplyAdd(y, x1, s21);
            y = Vector256.Create(a3[i..]);
            s30 = Vector256.FusedMultiplyAdd(y, x0, s30);
            s31 = Vector256.FusedMultiplyAdd(y, x1, s31);
        }

        Take(c, (r * n) + j, s00, s01, a0[i..], b0[i..], b1[i..]);
        Take(c, ((r + 1) * n) + j, s10, s11, a1[i..], b0[i..], b1[i..]);
        Take(c, ((r + 2) * n) + j, s20, s21, a2[i..], b0[i..], b1[i..]);
        Take(c, ((r + 3) * n) + j, s30, s31, a3[i..], b0[i..], b1[i..]);
    }

    private static void Take(float[] c, int at, Vector256<float> s0, Vector256<float> s1, ReadOnlySpan<float> a, ReadOnlySpan<float> b0, ReadOnlySpan<float> b1)
    {
        c[at] -= Vector256.Sum(s0) + Dot(a, b0);
        c[at + 1] -= Vector256.Sum(s1) + Dot(a, b1);
    }

    /// <summary>Forward substitution inside one block: row[from..to] · L⁻¹ of that block.</summary>
    private static void Substitute(Span<float> row, float[] factor, int from, int to, int n)
    {
        for (var j = from; j < to; j++)
        {
            var rest = row[j] - Dot(row[from..j], factor.AsSpan((j * n) + from, j - from));
            row[j] = rest / factor[(j * n) + j];
        }
    }

    private static void Chunks(int from, int to, int threads, Action<int, int> work)
    {
        const int Rows = 4 * Block;
        if (to - from <= Rows || threads == 1)
        {
            work(from, to);
            return;
        }

        var count = (to - from + Rows - 1) / Rows;
        Parallel.For(0, count, new ParallelOptions { MaxDegreeOfParallelism = threads }, i => work(from + (i * Rows), Math.Min(from + ((i + 1) * Rows), to)));
    }
}
