using Tarazy.Analysis.Text;

namespace Tarazy.Analysis.Language;

/// <summary>
/// The language of each sentence. People who mix languages change them rarely, so the sentences are read as a chain that mostly
/// stays in its language (forward-backward over a hidden Markov chain): two words alone do not turn it, a clear sentence does.
/// </summary>
internal static class SentenceReader
{
    private const int MostSentences = 64;
    private const int LettersRead = 128;

    /// <summary>How often the language changes from one sentence to the next, to any other language alike.</summary>
    private const float Turn = 0.2f;

    /// <summary>No sentence rules a language out: names and quotations are written in any.</summary>
    private const float Least = 1e-7f;

    public static int Read(LanguageModel model, FoldedText text, Span<SentenceGuess> found)
    {
        var languages = model.Codes.Count;
        var most = Math.Min(found.Length, MostSentences);
        Span<float> said = stackalloc float[MostSentences * LanguageLanes.MostLanguages];
        var count = Say(model, text, found[..most], said);
        Span<float> before = stackalloc float[MostSentences * LanguageLanes.MostLanguages];
        Span<float> after = stackalloc float[LanguageLanes.MostLanguages];
        after = after[..languages];
        after.Fill(1f / languages);
        for (var i = 0; i < count; i++)
        {
            var here = before.Slice(i * languages, languages);
            Pass(i == 0 ? after : before.Slice((i - 1) * languages, languages), here);
            Times(here, said.Slice(i * languages, languages));
        }

        for (var i = count - 1; i >= 0; i--)
        {
            var here = before.Slice(i * languages, languages);
            Times(here, after);
            found[i] = found[i] with { Guess = model.Decide(here) };
            Times(after, said.Slice(i * languages, languages));
            Pass(after, after);
        }

        return count;
    }

    /// <summary>Cuts the text into sentences and writes what each says by itself.</summary>
    private static int Say(LanguageModel model, FoldedText text, Span<SentenceGuess> found, Span<float> said)
    {
        var languages = model.Codes.Count;
        Span<int> scores = stackalloc int[languages];
        var reader = LanguageSums.Of(model);
        var count = 0;
        for (var token = 0; token < text.Tokens.Length && count < found.Length;)
        {
            var first = token;
            token = SentenceEnds.Next(text, token, out var end);
            if (count == found.Length - 1)
            {
                (token, end) = (text.Tokens.Length, text.Chars.Length);
            }

            reader.Clear();
            reader.Read(text, first, token, LettersRead);
            if (reader.Count == 0)
            {
                continue;
            }

            var shares = said.Slice(count * languages, languages);
            model.Lanes.Gather(reader.Lanes, scores);
            model.Shares(scores, reader.Count, shares);
            foreach (ref var share in shares)
            {
                share += Least;
            }

            var start = text.Tokens[first].Start;
            found[count++] = new SentenceGuess(start, end - start, default);
        }

        return count;
    }

    /// <summary>One step along the chain; both spans may be the same.</summary>
    private static void Pass(ReadOnlySpan<float> from, Span<float> to)
    {
        var turned = Turn / from.Length;
        for (var i = 0; i < from.Length; i++)
        {
            to[i] = (from[i] * (1 - Turn)) + turned;
        }
    }

    /// <summary>Multiplies and makes the sum 1 again.</summary>
    private static void Times(Span<float> shares, ReadOnlySpan<float> by)
    {
        float total = 0;
        for (var i = 0; i < shares.Length; i++)
        {
            total += shares[i] *= by[i];
        }

        foreach (ref var share in shares)
        {
            share /= total;
        }
    }
}
