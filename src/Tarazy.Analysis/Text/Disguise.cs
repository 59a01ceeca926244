namespace Tarazy.Analysis.Text;

/// <summary>Tells spelling that hides a word from spelling that is merely usual: case, ё, apostrophes, a letter written with its mark apart.</summary>
internal static class Disguise
{
    public static bool Differs(ReadOnlySpan<char> original, ReadOnlySpan<char> folded)
    {
        var at = 0;
        for (var i = 0; i < original.Length; i++)
        {
            var unit = original[i];
            if (at > 0 && SlowUnits.TryCompose(Usual(original[i - 1]), unit, out var composed) && composed == folded[at - 1])
            {
                continue;
            }

            if (at == folded.Length)
            {
                // What was dropped after the last unit is a disguise if it is invisible, a mark or a drawled letter; blanks are not the word's.
                if (Units.Fold(unit) is Units.Dropped or Units.Special || Units.IsWord(Usual(unit)))
                {
                    return true;
                }

                continue;
            }

            var written = Usual(unit);
            if (written != folded[at] && !Composes(original, i, written, folded[at]))
            {
                return true;
            }

            at++;
        }

        return at < folded.Length;
    }

    /// <summary>The letter as case, ё and typed apostrophes let it be written.</summary>
    public static char Usual(char unit) => unit switch
    {
        'ё' or 'Ё' => 'е',
        '\u2018' or '\u2019' or '\u02BB' or '\u02BC' => '\'',
        'İ' or 'ı' => 'i',
        _ => char.ToLowerInvariant(unit),
    };

    private static bool Composes(ReadOnlySpan<char> original, int at, char written, char folded) =>
        at + 1 < original.Length && SlowUnits.TryCompose(written, original[at + 1], out var composed) && composed == folded;
}
