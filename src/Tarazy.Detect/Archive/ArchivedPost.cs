using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Tarazy.Analysis.Text;

namespace Tarazy.Detect.Archive;

/// <summary>What the archive keeps of a post.</summary>
/// <param name="Units">Its tokens, as <see cref="Analysis.Rules.Sieve.TokenUnits"/> writes them.</param>
internal readonly record struct ArchivedPost(long Seq, DateTimeOffset PostedAt, string Channel, string Language, ReadOnlyMemory<ushort> Units);

/// <summary>The sixteen bytes that stand for one post in front of the tokens of its block.</summary>
/// <param name="After">How far its number lies behind the block's first.</param>
/// <param name="Seconds">Unix time of the posting; what lies outside of 1970 to 2106 is drawn to the nearer end.</param>
/// <param name="Channel">Part of a hash of the channel's id.</param>
/// <param name="Language">Three letters in five bits each; 0 when the code has no such form.</param>
/// <param name="Units">Units of its tokens; <see cref="TooMany"/> says that they were not kept.</param>
internal readonly record struct PostHead(uint After, uint Seconds, uint Channel, ushort Language, ushort Units)
{
    public const int Bytes = 16;

    /// <summary>A post of so many tokens is read again whenever something is looked for.</summary>
    public const ushort TooMany = ushort.MaxValue;

    private const int LetterBits = 5;

    public static PostHead Of(ArchivedPost post, long first) => new(
        checked((uint)(post.Seq - first)),
        SecondsOf(post.PostedAt),
        ChannelOf(post.Channel),
        LanguageOf(post.Language),
        post.Units.Length < TooMany ? (ushort)post.Units.Length : TooMany);

    public static uint SecondsOf(DateTimeOffset at) => (uint)Math.Clamp(at.ToUnixTimeSeconds(), 0, uint.MaxValue);

    public static uint ChannelOf(string channel) => (uint)(TokenHash.Of(channel) >> 32);

    public static ushort LanguageOf(string code)
    {
        if (code.Length is not (2 or 3) || !code.All(char.IsAsciiLetterLower))
        {
            return 0;
        }

        var packed = 0;
        foreach (var letter in code)
        {
            packed = packed << LetterBits | (letter - 'a' + 1);
        }

        return (ushort)packed;
    }

    /// <summary>The code again, or null when it was not kept.</summary>
    public static string? LanguageCode(ushort packed)
    {
        const int Mask = (1 << LetterBits) - 1;
        if (packed == 0)
        {
            return null;
        }

        Span<char> letters = stackalloc char[3];
        var length = 0;
        for (var shift = 2 * LetterBits; shift >= 0; shift -= LetterBits)
        {
            var letter = packed >> shift & Mask;
            if (letter > 0)
            {
                letters[length++] = (char)('a' + letter - 1);
            }
        }

        return letters[..length].ToString();
    }

    public void Write(Span<byte> to)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(to, After);
        BinaryPrimitives.WriteUInt32LittleEndian(to[4..], Seconds);
        BinaryPrimitives.WriteUInt32LittleEndian(to[8..], Channel);
        BinaryPrimitives.WriteUInt16LittleEndian(to[12..], Language);
        BinaryPrimitives.WriteUInt16LittleEndian(to[14..], Units);
    }

    public static PostHead Read(ReadOnlySpan<byte> from) => new(
        BinaryPrimitives.ReadUInt32LittleEndian(from),
        BinaryPrimitives.ReadUInt32LittleEndian(from[4..]),
        BinaryPrimitives.ReadUInt32LittleEndian(from[8..]),
        BinaryPrimitives.ReadUInt16LittleEndian(from[12..]),
        BinaryPrimitives.ReadUInt16LittleEndian(from[14..]));

    /// <summary>The units as they lie in the file; the archive is read on the kind of machine that wrote it or made again.</summary>
    public static ReadOnlySpan<ushort> UnitsOf(ReadOnlySpan<byte> bytes) => MemoryMarshal.Cast<byte, ushort>(bytes);
}
