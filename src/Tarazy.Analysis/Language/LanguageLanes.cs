namespace Tarazy.Analysis.Language;

/// <summary>
/// Which lane of a row speaks for which language. Each script has lanes of its own for the languages that are written in it, so
/// 32 lanes carry more than 32 languages; a language that is not written in a script shares lane 0 there with all such.
/// </summary>
/// <param name="codes">ISO 639 codes, sorted.</param>
/// <param name="lanes">For each script the lane of each language, script after script.</param>
internal sealed class LanguageLanes(string[] codes, byte[] lanes)
{
    /// <summary>Languages one model may know.</summary>
    public const int MostLanguages = 64;

    /// <summary>Sums of one text: all lanes of all scripts.</summary>
    public const int Sums = RunTable.Lanes * WordScripts.Count;

    private readonly byte[] _offsets = [.. lanes.Select((lane, i) => (byte)(lane + (i / codes.Length * RunTable.Lanes)))];

    public string[] Codes => codes;

    public ReadOnlySpan<byte> All => lanes;

    public int Of(WordScript script, int language) => lanes[((int)script * codes.Length) + language];

    /// <summary>One sum a language from the sums of the lanes of all scripts.</summary>
    public void Gather(ReadOnlySpan<int> sums, Span<int> scores)
    {
        for (var i = 0; i < codes.Length; i++)
        {
            scores[i] = sums[_offsets[i]] + sums[_offsets[i + codes.Length]]
                + sums[_offsets[i + (2 * codes.Length)]] + sums[_offsets[i + (3 * codes.Length)]];
        }
    }
}
