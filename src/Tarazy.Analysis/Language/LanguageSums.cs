using Tarazy.Analysis.Text;

namespace Tarazy.Analysis.Language;

/// <summary>
/// Adds up what the words of a text say. Runs are collected over several words of one script and looked up together. One a
/// thread, because the buffers are used again and nothing is allocated for a text.
/// </summary>
internal sealed class LanguageSums
{
    private const int MostPending = LetterRuns.Most * 2;

    [ThreadStatic]
    private static LanguageSums? t_own;

    private readonly ulong[] _runs = new ulong[MostPending];
    private readonly int[] _rows = new int[MostPending];
    private readonly int[] _sums = new int[LanguageLanes.Sums];
    private RunTable _table = null!;
    private int[] _voteWeights = [];
    private WordScript _script;
    private int _pending;

    /// <summary>The sums of all lanes of all scripts.</summary>
    public ReadOnlySpan<int> Lanes => _sums;

    /// <summary>Runs read, known or not.</summary>
    public int Count { get; private set; }

    /// <summary>The sums of this thread, empty, for one model.</summary>
    public static LanguageSums Of(LanguageModel model)
    {
        var own = t_own ??= new LanguageSums();
        own._table = model.Table;
        own._voteWeights = model.VoteWeights;
        own.Clear();
        return own;
    }

    public void Clear()
    {
        Array.Clear(_sums);
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
            if (kinds[token] == TokenKind.Word)
            {
                var word = units.Slice(tokens[token].Start, Math.Min(tokens[token].Length, LetterRuns.LongestWord));
                Collect(word);
                letters -= word.Length;
            }
        }

        Flush();
        return token;
    }

    private void Collect(ReadOnlySpan<char> word)
    {
        var script = WordScripts.Of(word);
        if (script != _script || _pending > MostPending - LetterRuns.Most)
        {
            Flush();
            _script = script;
        }

        _pending += LetterRuns.Of(word, script, _runs.AsSpan(_pending));
    }

    private void Flush()
    {
        var from = (int)_script * RunTable.Lanes;
        var lanes = _sums.AsSpan(from, RunTable.Lanes);
        var found = _table.Find(_runs.AsSpan(0, _pending), _rows, _voteWeights.AsSpan(from, RunTable.Lanes), lanes);
        RowSums.Add(_table.Rows, _rows.AsSpan(0, found), lanes);
        Count += _pending;
        _pending = 0;
    }
}
