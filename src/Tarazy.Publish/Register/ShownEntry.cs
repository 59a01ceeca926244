using Tarazy.Publish.Entries;

namespace Tarazy.Publish.Register;

/// <summary>An entry as the public may see it on a day.</summary>
internal static class ShownEntry
{
    /// <param name="size">Number of entries that the published checkpoint covers.</param>
    public static RegisteredEntry Of(EntryRow row, DateOnly today, long size)
    {
        var openness = row.ErasedAt is not null ? Openness.Erased
            : EntryOpening.IsSealed(row.SealedUntil, today) ? Openness.Sealed
            : Openness.Open;
        return new RegisteredEntry(
            row.Index,
            row.Type,
            row.Role,
            row.At,
            row.Leaf,
            openness,
            openness == Openness.Open ? row.Content : null,
            row.ErasedBecause,
            row.Index < size);
    }
}
