using System.Globalization;

namespace Tarazy.Benchmarks.Peers;

/// <summary>One line for a table of peers: name, items, CPU microseconds an item, and a note whose <c>key=value</c> parts are held against the goals.</summary>
internal static class PeerLine
{
    public static void Write(string name, long items, double microseconds, FormattableString note) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}\t{items}\t{microseconds:F3}\t{note.ToString(CultureInfo.InvariantCulture)}"));
}
