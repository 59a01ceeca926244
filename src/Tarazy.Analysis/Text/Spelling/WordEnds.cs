namespace Tarazy.Analysis.Text.Spelling;

/// <summary>Finds where words end in letters that were written without their gaps.</summary>
internal static class WordEnds
{
    /// <summary>Sets an entry for each letter that a new word begins with; the first letter's stays unset.</summary>
    public static void Find(SpellingModel model, ReadOnlySpan<char> letters, Span<bool> begins)
    {
        Span<ulong> features = stackalloc ulong[GapContext.Count];
        begins.Clear();
        var start = 0;
        for (var at = 1; at < letters.Length; at++)
        {
            GapContext.Features(letters, at, start, features);
            if (model.Gaps.Score(features, GapContext.Ends) > 0)
            {
                begins[at] = true;
                start = at;
            }
        }
    }
}
