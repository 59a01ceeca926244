using Tarazy.Analysis.Text;

namespace Tarazy.Analysis.Claims;

/// <summary>Remembers the keys of words that were met lately, because few words make up most of every text. Of fixed size.</summary>
internal sealed class KeyMemory
{
    /// <summary>The key of no word.</summary>
    public const ulong Nothing = 0;

    private const int Places = 1 << 14;

    private readonly (ulong Word, ulong Key)[] _places = new (ulong, ulong)[Places];

    /// <summary>Whether the key is a stop word's, which is 1 and its place, or of no word. No stem has so small a hash.</summary>
    public static bool IsStop(ulong key) => key <= StopWords.Places;

    /// <param name="hash"><see cref="TokenHash.Of"/> of the word.</param>
    public ulong Of(ulong hash, ReadOnlySpan<char> word)
    {
        ref var place = ref _places[hash >> 50];
        if (place.Word != hash)
        {
            place = (hash, StopWords.Place(hash) is >= 0 and var stop ? (ulong)stop + 1 : Stem(word));
        }

        return place.Key;
    }

    private static ulong Stem(ReadOnlySpan<char> word)
    {
        Span<char> stem = stackalloc char[LightStem.Longest];
        return TokenHash.Of(stem[..LightStem.Of(word, stem)]);
    }
}
