using System.Runtime.InteropServices;

namespace Tarazy.Analysis.Similarity.Footers;

/// <summary>
/// Learns from the posts of one channel, one after another, which last lines are its footer: subscription lines, signatures,
/// links. Two short posts with one footer are not one story, so a footer is left out of what is compared. In fixed memory: of 32
/// lines the counts, by the space-saving algorithm (Metwally, Agrawal, El Abbadi 2005), whose counts are never too low and whose
/// error is known. Its whole state is <see cref="Write"/>; the same posts give the same state.
/// </summary>
public sealed class ChannelFooters
{
    /// <summary>Bytes of a stored state.</summary>
    public const int Bytes = sizeof(int) + (Slots * 12);

    private const int Slots = 32;

    /// <summary>Fewer posts don't tell what recurs.</summary>
    private const int FewestPosts = 20;

    /// <summary>A line that ends this share of posts is a footer.</summary>
    private const double Share = 0.3;

    /// <summary>Counts are halved here, so that a channel may change its footer.</summary>
    private const int MostPosts = 400;

    private readonly Line[] _lines = new Line[Slots];
    private int _posts;

    /// <summary>A state as <see cref="Write"/> left it.</summary>
    /// <exception cref="InvalidDataException">Not <see cref="Bytes"/> bytes.</exception>
    public static ChannelFooters Read(ReadOnlySpan<byte> stored)
    {
        if (stored.Length != Bytes)
        {
            throw new InvalidDataException($"A footer state has {stored.Length} bytes and not {Bytes}.");
        }

        var footers = new ChannelFooters { _posts = MemoryMarshal.Read<int>(stored) };
        MemoryMarshal.Cast<byte, Line>(stored[sizeof(int)..]).CopyTo(footers._lines);
        return footers;
    }

    /// <param name="into">At least <see cref="Bytes"/>.</param>
    public void Write(Span<byte> into)
    {
        MemoryMarshal.Write(into, in _posts);
        MemoryMarshal.AsBytes(_lines.AsSpan()).CopyTo(into[sizeof(int)..]);
    }

    /// <summary>Says where the footer of the next post begins, by the posts before it, and learns from it.</summary>
    /// <returns>UTF-16 units before the footer; the length of the text when it has none.</returns>
    public int Next(ReadOnlySpan<char> text) => Next(TailLines.Of(text));

    /// <summary>The same of a text whose last lines were read before.</summary>
    public int Next(in TailLines tail)
    {
        var body = tail.Length;
        foreach (var line in tail.Lines)
        {
            if (!IsFooter(line.Hash))
            {
                break;
            }

            body = line.Start;
        }

        Learn(tail);
        return body;
    }

    private bool IsFooter(uint hash)
    {
        if (_posts < FewestPosts)
        {
            return false;
        }

        foreach (ref readonly var line in _lines.AsSpan())
        {
            if (line.Hash == hash)
            {
                return line.Count - line.Error >= _posts * Share;
            }
        }

        return false;
    }

    private void Learn(in TailLines tail)
    {
        if (++_posts > MostPosts)
        {
            _posts /= 2;
            foreach (ref var line in _lines.AsSpan())
            {
                line.Count /= 2;
                line.Error /= 2;
            }
        }

        foreach (var line in tail.Lines)
        {
            Count(line.Hash, unchecked((ushort)tail.Head));
        }
    }

    /// <summary>A line below the same first line as last time is the same text sent again, which says nothing of a footer.</summary>
    private void Count(uint hash, ushort head)
    {
        ref var least = ref _lines[0];
        foreach (ref var line in _lines.AsSpan())
        {
            if (line.Hash == hash)
            {
                line.Count += (ushort)(line.Head == head ? 0 : 1);
                line.Head = head;
                return;
            }

            if (line.Count < least.Count)
            {
                least = ref line;
            }
        }

        least = new Line { Hash = hash, Count = (ushort)(least.Count + 1), Error = least.Count, Head = head };
    }

    [StructLayout(LayoutKind.Sequential, Pack = 2, Size = 12)]
    private struct Line
    {
        public uint Hash;
        public ushort Count;
        public ushort Error;
        public ushort Head;
    }
}
