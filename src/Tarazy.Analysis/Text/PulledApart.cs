namespace Tarazy.Analysis.Text;

/// <summary>Puts words together that were written letter by letter (к о н т р а к т, к.о.н.т.р.а.к.т) or with drawn letters (/\).</summary>
internal static class PulledApart
{
    private const int Fewest = 4;

    /// <summary>Copies <paramref name="units"/> to <paramref name="target"/> with such words joined; returns the new length.</summary>
    public static int Join(ReadOnlySpan<char> units, PositionMap map, Span<char> target, PositionMap targetMap)
    {
        targetMap.Clear();
        int read = 0, written = 0;
        while (read < units.Length)
        {
            var last = RunEnd(units, read);
            var step = last > read ? 2 : 1;
            do
            {
                var drawn = step == 1 && IsDrawn(units, read);
                targetMap.Add(written, map.Begin(read));
                target[written++] = drawn ? 'л' : units[read];
                read += drawn ? 2 : step;
            }
            while (read <= last);

            read = step == 2 ? last + 1 : read;
        }

        return written;
    }

    /// <summary>The last unit of the run of single letters that begins at <paramref name="at"/>; <paramref name="at"/> when there is none.</summary>
    private static int RunEnd(ReadOnlySpan<char> units, int at)
    {
        if (!IsSingle(units, at) || !IsLetter(units[at]) || at + 1 >= units.Length)
        {
            return at;
        }

        var between = units[at + 1];
        var last = at;
        var letters = 1;
        for (var next = at + 2; next < units.Length && units[next - 1] == between && IsSingle(units, next); next += 2)
        {
            if (IsLetter(units[next]))
            {
                letters++;
                last = next;
            }
        }

        return letters >= Fewest && between != '\n' ? last : at;
    }

    private static bool IsSingle(ReadOnlySpan<char> units, int at) =>
        Units.IsWord(units[at]) && (at == 0 || !Units.IsWord(units[at - 1])) && (at + 1 == units.Length || !Units.IsWord(units[at + 1]));

    private static bool IsLetter(char unit) => (Units.ClassOf(unit) & (UnitClass.Word | UnitClass.Digit)) == UnitClass.Word;

    private static bool IsDrawn(ReadOnlySpan<char> units, int at) =>
        units[at] == '/' && at > 0 && at + 2 < units.Length && units[at + 1] == '\\' && Written(units[at - 1]) && Written(units[at + 2]);

    private static bool Written(char unit) => (Units.ClassOf(unit) & (UnitClass.Cyrillic | UnitClass.Digit)) != UnitClass.None || Twins.IsSign(unit);
}
