namespace Tarazy.Analysis.Text.Spelling;

/// <summary>Reads a Latin word as the Cyrillic one it stands for, piece by piece from left to right.</summary>
internal static class LatinReader
{
    /// <summary>Longer words are read up to here; the rest follows letter by letter as it is.</summary>
    public const int LongestWord = 48;

    /// <summary>Cyrillic letters that one piece may become.</summary>
    public const int MostLetters = 4;

    /// <summary>Writes the Cyrillic word and, for each of its letters, the place of its piece in the Latin word. Returns the length.</summary>
    /// <param name="word">At most <see cref="LongestWord"/> folded units.</param>
    /// <param name="language">As <see cref="SpeltLanguage"/> numbers it; 0 when unknown.</param>
    public static int Read(SpellingModel model, ReadOnlySpan<char> word, int language, Span<char> cyrillic, Span<int> places)
    {
        Span<ulong> features = stackalloc ulong[PieceContext.Count];
        var written = 0;
        for (var at = 0; at < word.Length;)
        {
            var length = LatinPieces.Length(word[at..]);
            if (!model.ByLatin.TryGetValue(word.Slice(at, length), out var choices))
            {
                places[written] = at;
                cyrillic[written++] = word[at++];
                continue;
            }

            PieceContext.Features(word, at, length, cyrillic[..written], language, features);
            foreach (var letter in Best(model, choices, features))
            {
                places[written] = at;
                cyrillic[written++] = letter;
            }

            at += length;
        }

        return written;
    }

    internal static string Best(SpellingModel model, string[] choices, ReadOnlySpan<ulong> features)
    {
        var (best, most) = (choices[0], int.MinValue);
        foreach (var choice in choices)
        {
            var score = model.Letters.Score(features, PieceContext.Choice(choice));
            (best, most) = score > most ? (choice, score) : (best, most);
        }

        return best;
    }
}
