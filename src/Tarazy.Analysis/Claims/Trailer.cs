namespace Tarazy.Analysis.Claims;

/// <summary>
/// An embedded post ends in "— Name (@handle) date". The name and the date are no part of what it says.
/// </summary>
internal static class Trailer
{
    /// <summary>A trailer is a name, a handle and a date; a longer end is text.</summary>
    private const int Longest = 120;

    /// <summary>Where the trailer begins; the length of the text when it has none.</summary>
    public static int Begin(ReadOnlySpan<char> folded)
    {
        var dash = folded.LastIndexOf('—');
        if (dash < 0 || folded.Length - dash > Longest)
        {
            return folded.Length;
        }

        var handle = folded[dash..].IndexOf("(@", StringComparison.Ordinal);
        var closed = handle < 0 ? -1 : folded[(dash + handle)..].IndexOf(')');
        return closed < 0 ? folded.Length : dash;
    }
}
