using Tarazy.Analysis.Text;

namespace Tarazy.Analysis.Language;

/// <summary>Adds up what the words of a text say, word after word, in buffers of the caller.</summary>
internal ref struct LanguageSums(RunTable table, int[] voteWeights, Span<ulong> runs, Span<int> rows, Span<int> sums)
{
    private readonly Span<ulong> _runs = runs;
    private readonly Span<int> _rows = rows;

    public Span<int> Lanes { get; } = sums;

    /// <summary>Runs read, known or not.</summary>
    public int Count { get; private set; }

    public void Clear()
    {
        Lanes.Clear();
        Count = 0;
    }

    /// <summary>Reads words from <paramref name="token"/> on until so many letters were read; returns the token after the last.</summary>
    public int Read(FoldedText text, int token, int end, int letters)
    {
        var tokens = text.Tokens;
        var kinds = text.Kinds;
        var units = text.Chars;
        for (; token < end && letters > 0; token++)
        {
            if (kinds[token] != TokenKind.Word)
            {
                continue;
            }

            var word = units.Slice(tokens[token].Start, Math.Min(tokens[token].Length, LetterRuns.LongestWord));
            Add(word);
            letters -= word.Length;
        }

        return token;
    }

    private void Add(ReadOnlySpan<char> word)
    {
        var script = WordScripts.Of(word);
        var count = LetterRuns.Of(word, script, _runs);
        var from = (int)script * RunTable.Lanes;
        var lanes = Lanes.Slice(from, RunTable.Lanes);
        var found = table.Find(_runs[..count], _rows, voteWeights.AsSpan(from, RunTable.Lanes), lanes);
        RowSums.Add(table.Rows, _rows[..found], lanes);
        Count += count;
    }
}
