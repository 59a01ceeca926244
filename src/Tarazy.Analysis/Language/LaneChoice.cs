namespace Tarazy.Analysis.Language;

/// <summary>Gives each language a lane in every script that it is written in.</summary>
internal static class LaneChoice
{
    /// <param name="fewest">A language has a lane of its own in a script from so many texts on; fewer are quotations.</param>
    public static LanguageLanes Of(LearntTexts texts, int fewest)
    {
        var languages = texts.Codes.Length;
        var written = new int[languages * WordScripts.Count];
        Span<int> runs = stackalloc int[WordScripts.Count];
        foreach (var text in texts.Texts)
        {
            runs.Clear();
            foreach (var run in text.Runs)
            {
                runs[(int)texts.Scripts[run]]++;
            }

            for (var script = 0; script < WordScripts.Count; script++)
            {
                // Two thirds: a Chinese text that quotes a Latin name is not written in Latin.
                written[(script * languages) + text.Language] += runs[script] * 3 > text.Runs.Length * 2 ? 1 : 0;
            }
        }

        var lanes = new byte[written.Length];
        for (var script = 0; script < WordScripts.Count; script++)
        {
            var next = 1;
            for (var i = script * languages; i < (script + 1) * languages; i++)
            {
                lanes[i] = written[i] >= fewest ? (byte)next++ : (byte)0;
            }

            if (next > RunTable.Lanes)
            {
                throw new ArgumentException($"{next - 1} languages are written in {(WordScript)script}; a row has {RunTable.Lanes - 1} lanes.", nameof(texts));
            }
        }

        return new LanguageLanes(texts.Codes, lanes);
    }
}
