using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Tarazy.Analysis.Similarity.Footers;

/// <summary>
/// The last lines of a text, each as a hash of what stands between its first and last letter: a subscription line keeps its hash
/// when the emoji before it changes. The first line is never among them, because a text is never left out whole.
/// </summary>
public readonly struct TailLines
{
    /// <summary>A footer longer than this many lines is rare, and each line more is one more chance to cut into a text.</summary>
    internal const int Most = 4;

    /// <summary>So much of a first line tells it from others.</summary>
    private const int HeadUnits = 64;

    /// <summary>A longer line is a paragraph.</summary>
    private const int LongestLine = 160;

    private const ulong Seed = 0x5A17_A2A7_5EED_0001;

    private readonly FourLines _lines;
    private readonly int _count;

    private TailLines(in FourLines lines, int count, uint head, int length)
    {
        _lines = lines;
        _count = count;
        Head = head;
        Length = length;
    }

    /// <summary>UTF-16 units of the whole text.</summary>
    public int Length { get; }

    /// <summary>The last line first.</summary>
    [UnscopedRef]
    internal ReadOnlySpan<TailLine> Lines => ((ReadOnlySpan<TailLine>)_lines)[.._count];

    /// <summary>Hash of the first line with words, by which a text sent again is known as such.</summary>
    internal uint Head { get; }

    public static TailLines Of(ReadOnlySpan<char> text)
    {
        var (head, rest) = First(text);
        FourLines into = default;
        var count = 0;
        var end = text.Length;
        while (count < Most && end > rest)
        {
            var start = Math.Max(rest, text[..end].LastIndexOf('\n') + 1);
            if (end - start > LongestLine)
            {
                break;
            }

            if (Hash(text[start..end]) is var hash && hash != 0)
            {
                into[count++] = new TailLine(hash, start);
            }

            end = start - 1;
        }

        return new TailLines(into, count, head, text.Length);
    }

    /// <returns>Hash of the first line with words, and where the line behind it begins.</returns>
    private static (uint Head, int Behind) First(ReadOnlySpan<char> text)
    {
        var start = 0;
        while (start < text.Length)
        {
            var length = text[start..].IndexOf('\n');
            length = length < 0 ? text.Length - start : length;
            if (Hash(text.Slice(start, Math.Min(length, HeadUnits))) is var hash && hash != 0)
            {
                return (hash, Math.Min(text.Length, start + length + 1));
            }

            start += length + 1;
        }

        return (0, text.Length);
    }

    /// <returns>0 for a line without letters and digits.</returns>
    private static uint Hash(ReadOnlySpan<char> line)
    {
        while (line.Length > 0 && !char.IsLetterOrDigit(line[0]))
        {
            line = line[1..];
        }

        while (line.Length > 0 && !char.IsLetterOrDigit(line[^1]))
        {
            line = line[..^1];
        }

        if (line.IsEmpty)
        {
            return 0;
        }

        // Four units a step: a text has many more units in its last lines than words in them matter.
        var hash = unchecked(Seed ^ (ulong)line.Length);
        var whole = MemoryMarshal.Cast<char, ulong>(line);
        foreach (var four in whole)
        {
            hash = Mix(hash, four);
        }

        foreach (var unit in line[(whole.Length * 4)..])
        {
            hash = Mix(hash, unit);
        }

        return unchecked((uint)(hash >> 32) | 1);
    }

    private static ulong Mix(ulong hash, ulong next)
    {
        unchecked
        {
            hash = (hash ^ next) * 0x9E37_79B9_7F4A_7C15UL;
            return hash ^ (hash >> 29);
        }
    }

    [InlineArray(Most)]
    private struct FourLines
    {
        private TailLine _first;
    }
}

/// <param name="Start">Where it begins in the text, in UTF-16 units.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct TailLine(uint Hash, int Start);
