namespace Tarazy.Analysis.Labels;

/// <summary>
/// Counts how often rows are met: open addressing in a table no larger than the text needs. One counter for each of half a million
/// rows would be far away whenever a model reads one post of many.
/// </summary>
internal sealed class RowCounts
{
    private const int First = 4096;

    private Met[] _met = new Met[First];

    /// <summary>Counts the row once more.</summary>
    /// <param name="slot">Where its count stands until the table grows.</param>
    /// <returns>True when it is met for the first time.</returns>
    public bool Add(int row, out int slot)
    {
        var met = _met;
        var key = row + 1; // so that a place of zeros is an empty one
        for (slot = Home(row, met); ; slot = Next(slot, met))
        {
            ref var at = ref met[slot];
            if (at.Key == key)
            {
                at.Count++;
                return false;
            }

            if (at.Key == 0)
            {
                at = new Met(key, 1);
                return true;
            }
        }
    }

    /// <summary>Whether so many rows are more than the table may hold.</summary>
    public bool IsFull(int rows) => rows * 2 > _met.Length;

    /// <summary>Moves all counts to a table twice as large.</summary>
    /// <param name="rows">All rows that were met.</param>
    /// <param name="slots">Where each stands; where it stands afterwards.</param>
    public void Grow(ReadOnlySpan<int> rows, Span<int> slots)
    {
        var larger = new Met[_met.Length * 2];
        for (var i = 0; i < rows.Length; i++)
        {
            var slot = Home(rows[i], larger);
            while (larger[slot].Key != 0)
            {
                slot = Next(slot, larger);
            }

            larger[slot] = _met[slots[i]];
            slots[i] = slot;
        }

        _met = larger;
    }

    /// <summary>The count in a slot, which is free afterwards.</summary>
    public int Take(int slot)
    {
        ref var at = ref _met[slot];
        var count = at.Count;
        at = default;
        return count;
    }

    /// <summary>Rows are the upper bits of a hash already.</summary>
    private static int Home(int row, Met[] met) => row & (met.Length - 1);

    private static int Next(int slot, Met[] met) => (slot + 1) & (met.Length - 1);

    private record struct Met(int Key, int Count);
}
