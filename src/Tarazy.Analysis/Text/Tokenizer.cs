using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Tarazy.Analysis.Text;

/// <summary>Makes tokens of the words of a folded text: their hashes, the hashes of their beginnings, and links and handles as one token each.</summary>
internal static class Tokenizer
{
    /// <param name="units">The text with <see cref="WordRuns.Slack"/> units more.</param>
    public static void Run(ReadOnlySpan<char> units, int length, WordRuns words, TokenList tokens)
    {
        tokens.Clear(words.Bounds.Length / 2);
        if (words.MayLink)
        {
            WithLinks(units, length, words.Bounds, tokens);
            return;
        }

        var bounds = words.Bounds;
        ref var first = ref MemoryMarshal.GetReference(units);
        for (var i = 0; i + 1 < bounds.Length; i += 2)
        {
            Word(ref first, bounds[i], bounds[i + 1], tokens);
        }
    }

    private static void WithLinks(ReadOnlySpan<char> units, int length, ReadOnlySpan<int> bounds, TokenList tokens)
    {
        ref var first = ref MemoryMarshal.GetReference(units);
        var text = units[..length];
        var done = 0;
        for (var i = 0; i + 1 < bounds.Length; i += 2)
        {
            var (start, end) = (bounds[i], bounds[i + 1]);
            if (start < done)
            {
                // What is left of a word that a link or handle ended within.
                if (end <= done)
                {
                    continue;
                }

                start = done;
            }

            if (HandleStart(text, start, done) is var at && at >= 0 && Links.HandleEnd(text, at) is var handleEnd && handleEnd > at)
            {
                done = handleEnd;
                tokens.Add(at, done - at, TokenHash.Of(text[at..done]), TokenKind.Handle, prefixes: 0);
            }
            else if (end < length && (Units.ClassOf(text[end]) & UnitClass.Joins) != UnitClass.None && char.IsAscii(text[start])
                && Links.LinkEnd(text, start, end) is var linkEnd && linkEnd > end)
            {
                done = linkEnd;
                tokens.Add(start, done - start, TokenHash.Of(Links.Canonical(text[start..done])), TokenKind.Link, prefixes: 0);
            }
            else
            {
                Word(ref first, start, end, tokens);
            }
        }
    }

    /// <summary>Where the @ of a handle stands whose first word begins at <paramref name="start"/>; -1 when there is none.</summary>
    private static int HandleStart(ReadOnlySpan<char> text, int start, int from)
    {
        var at = start - 1;
        while (at > from && text[at] == '_')
        {
            at--;
        }

        return at >= from && text[at] == '@' ? at : -1;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Word(ref char first, int start, int end, TokenList tokens)
    {
        ref var word = ref Unsafe.Add(ref first, start);
        var length = end - start;
        var hash = TokenHash.OfWord(ref word, length, ref tokens.NextPrefixes());
        var kind = char.IsAsciiDigit(word) && OnlyDigits(MemoryMarshal.CreateReadOnlySpan(ref word, length)) ? TokenKind.Number : TokenKind.Word;
        tokens.Add(start, length, hash, kind, int.Clamp(length - TokenHash.ShortestPrefix + 1, 0, TokenHash.MostPrefixes));
    }

    // A loop: numbers are short, and before it is warm the library's generic search boxes its bounds.
    private static bool OnlyDigits(ReadOnlySpan<char> word)
    {
        foreach (var unit in word)
        {
            if (!char.IsAsciiDigit(unit))
            {
                return false;
            }
        }

        return true;
    }
}
