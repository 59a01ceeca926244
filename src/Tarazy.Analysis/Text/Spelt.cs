namespace Tarazy.Analysis.Text;

/// <summary>Words as they may be spelt to hide: letters and digits with @, $ and € among them. Links and handles are stepped over.</summary>
internal static class Spelt
{
    /// <summary>Moves <paramref name="at"/> to the next word and returns its end; both are the text's end when there is none.</summary>
    public static int Next(ReadOnlySpan<char> units, ref int at)
    {
        while (at < units.Length)
        {
            if (units[at] == '@' && Links.HandleEnd(units, at) is var handle && handle > at)
            {
                at = handle;
            }
            else if (!Begins(units, at))
            {
                at++;
            }
            else if (LinkEnd(units, at) is var link && link > at)
            {
                at = link;
            }
            else
            {
                return End(units, at);
            }
        }

        return at;
    }

    private static bool Begins(ReadOnlySpan<char> units, int at) =>
        Units.IsWord(units[at]) || (Twins.IsSign(units[at]) && at + 1 < units.Length && (Units.IsWord(units[at + 1]) || Twins.IsSign(units[at + 1])));

    private static int LinkEnd(ReadOnlySpan<char> units, int start)
    {
        if (!char.IsAsciiLetterOrDigit(units[start]))
        {
            return start;
        }

        var end = start;
        while (end < units.Length && char.IsAsciiLetterOrDigit(units[end]))
        {
            end++;
        }

        if (end == units.Length || (Units.ClassOf(units[end]) & UnitClass.Joins) == UnitClass.None)
        {
            return start;
        }

        var link = Links.LinkEnd(units, start, end);
        return link > end ? link : start;
    }

    private static int End(ReadOnlySpan<char> units, int start)
    {
        var at = start + 1;
        var letters = IsLetter(units[start]);
        while (at < units.Length)
        {
            var unit = units[at];
            var joins = Units.IsWord(unit)
                || (unit == '\'' && IsLetter(units[at - 1]) && at + 1 < units.Length && IsLetter(units[at + 1]))
                || (Twins.IsSign(unit) && ((letters && Units.IsWord(units[at - 1])) || (at + 1 < units.Length && Units.IsWord(units[at + 1])) || Twins.IsSign(units[at - 1])));
            if (!joins)
            {
                break;
            }

            letters |= IsLetter(unit);
            at++;
        }

        return at;
    }

    private static bool IsLetter(char unit) => (Units.ClassOf(unit) & (UnitClass.Word | UnitClass.Digit)) == UnitClass.Word;
}
