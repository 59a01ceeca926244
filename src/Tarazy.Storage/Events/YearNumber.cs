using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace Tarazy.Storage.Events;

/// <summary>Numbers that people say to each other, such as <c>C-2026-0007</c>: a letter for the kind, the year, and how many there are in it.</summary>
public static class YearNumber
{
    /// <param name="given">The numbers that were given out; ask under the table's lock, or two may get the same.</param>
    /// <param name="kind">One letter.</param>
    public static async Task<string> NextAsync(IQueryable<string> given, char kind, int year, CancellationToken cancel)
    {
        var prefix = string.Create(CultureInfo.InvariantCulture, $"{kind}-{year}-");
        var last = await given.CountAsync(number => number.StartsWith(prefix), cancel);
        return string.Create(CultureInfo.InvariantCulture, $"{prefix}{last + 1:0000}");
    }
}
