using Tarazy.TransparencyLog.Receipts;

namespace Tarazy.Publish.Entries;

/// <summary>The one place that says whether an entry's content may be shown.</summary>
internal static class EntryOpening
{
    public static bool IsSealed(DateOnly? until, DateOnly today) => until is { } opens && today < opens;

    /// <summary>Null while sealed, and after an erasure. The salt stays in as well: with it short content could be guessed.</summary>
    public static Opening? Of(EntryRow row, DateOnly today) =>
        !IsSealed(row.SealedUntil, today) && row is { Salt: { } salt, Content: { } content } ? new Opening(salt, content) : null;
}
