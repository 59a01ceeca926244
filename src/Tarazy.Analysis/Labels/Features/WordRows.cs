using System.Text;
using Tarazy.Analysis.Text;

namespace Tarazy.Analysis.Labels.Features;

/// <summary>Words, pairs of neighbours and runs of signs as rows; and, in a table of their own, words cut to their beginning.</summary>
internal static class WordRows
{
    private const ulong LinkMask = 0x11;
    private const ulong HandleMask = 0x22;
    private const ulong NumberMask = 0x33;
    private const ulong JumbleMask = 0x44;

    /// <summary>In a shorter word no two inner letters can change places.</summary>
    private const int ShortestJumble = 4;

    private const int LongestJumble = 32;

    public static void Read<TSink>(FoldedText text, FeatureSet set, ref TSink sink)
        where TSink : struct, IFeatureSink
    {
        var walk = new Walk<TSink>(set, ref sink);
        var chars = text.Chars;
        var at = 0;
        for (var i = 0; i < text.Tokens.Length; i++)
        {
            var token = text.Tokens[i];
            walk.Signs(chars, at, token.Start);
            var end = token.Start + token.Length;
            var kind = text.Kinds[i];
            walk.Word(Mask(kind, token), token.Start, end);
            if (kind == TokenKind.Word)
            {
                walk.Stem(chars[token.Start..end], token.Start, end);
            }

            at = end;
        }

        walk.Signs(chars, at, chars.Length);
    }

    /// <summary>Numbers by their length, links and handles as such: the model should not learn one number by heart.</summary>
    private static ulong Mask(TokenKind kind, Token token) => kind switch
    {
        TokenKind.Link => LinkMask,
        TokenKind.Handle => HandleMask,
        TokenKind.Number => unchecked(NumberMask + ((ulong)Math.Min(token.Length, 9) << 8)),
        _ => token.Hash,
    };

    private ref struct Walk<TSink>(FeatureSet set, ref TSink sink)
        where TSink : struct, IFeatureSink
    {
        private readonly ref TSink _sink = ref sink;
        private readonly int _shift = 64 - set.WordBits;
        private readonly int _wordStart = set.CharRows;
        private readonly int _stemStart = set.CharRows + set.WordRows;
        private ulong _before;
        private int _beforeStart = -1;
        private ulong _stemBefore;
        private int _stemBeforeStart = -1;

        public void Word(ulong hash, int start, int end)
        {
            if (!set.Words)
            {
                return;
            }

            _sink.Add(_wordStart + FeatureReader.Row(hash, _shift), start, end);
            if (_beforeStart >= 0)
            {
                _sink.Add(_wordStart + FeatureReader.Row(FeatureReader.Pair(_before, hash), _shift), _beforeStart, end);
            }

            (_before, _beforeStart) = (hash, start);
        }

        public void Stem(ReadOnlySpan<char> word, int start, int end)
        {
            if (set.StemLength == 0)
            {
                return;
            }

            var hash = RunHash.Seed;
            for (var i = 0; i < Math.Min(word.Length, set.StemLength); i++)
            {
                hash = RunHash.Next(hash, Letters.Twin(word[i]));
            }

            _sink.Add(_stemStart + FeatureReader.Row(hash, _shift), start, end);
            if (_stemBeforeStart >= 0)
            {
                _sink.Add(_stemStart + FeatureReader.Row(FeatureReader.Pair(_stemBefore, hash), _shift), _stemBeforeStart, end);
            }

            (_stemBefore, _stemBeforeStart) = (hash, start);
            if (set.Jumbles)
            {
                Jumble(word, start, end);
            }
        }

        private void Jumble(ReadOnlySpan<char> word, int start, int end)
        {
            if (word.Length is < ShortestJumble or > LongestJumble)
            {
                return;
            }

            Span<char> letters = stackalloc char[LongestJumble];
            for (var i = 0; i < word.Length; i++)
            {
                letters[i] = Letters.Twin(word[i]);
            }

            letters = letters[..word.Length];
            letters[1..^1].Sort();
            var hash = JumbleMask;
            foreach (var letter in letters)
            {
                hash = RunHash.Next(hash, letter);
            }

            _sink.Add(_stemStart + FeatureReader.Row(hash, _shift), start, end);
        }

        /// <summary>A run of ASCII signs is one feature ("?!"); of emoji and other signs each is one, however often it is repeated.</summary>
        public void Signs(ReadOnlySpan<char> chars, int from, int to)
        {
            var at = from;
            while (at < to)
            {
                var start = at;
                if (chars[at] <= ' ')
                {
                    at++;
                    continue;
                }

                var hash = RunHash.Seed;
                if (chars[at] < '\u0080')
                {
                    for (; at < to && chars[at] is > ' ' and < '\u0080'; at++)
                    {
                        hash = at - start < 3 ? RunHash.Next(hash, chars[at]) : hash;
                    }
                }
                else
                {
                    at = SameSigns(chars[..to], at, ref hash);
                }

                Word(hash, start, at);
            }
        }

        private static int SameSigns(ReadOnlySpan<char> chars, int at, ref ulong hash)
        {
            _ = Rune.DecodeFromUtf16(chars[at..], out _, out var length);
            var sign = chars.Slice(at, length);
            foreach (var unit in sign)
            {
                hash = RunHash.Next(hash, unit);
            }

            do
            {
                at += length;
            }
            while (at + length <= chars.Length && chars.Slice(at, length).SequenceEqual(sign));
            return at;
        }
    }
}
