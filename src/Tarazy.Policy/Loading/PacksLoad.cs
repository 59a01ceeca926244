using System.Globalization;
using Tarazy.Policy.Law;

namespace Tarazy.Policy.Loading;

/// <summary>What was read, and everything that is wrong with the rest.</summary>
public sealed record PacksLoad(Packs Packs, IReadOnlyList<PackFault> Faults);

/// <summary>One thing that is wrong in a pack, with the place and what would mend it.</summary>
/// <param name="File">Path under the folder of the packs, with forward slashes.</param>
/// <param name="Line">Counted from 1; 0 when the whole file is meant.</param>
/// <param name="Field">The way to the value, e.g. <c>clauses[2].measures</c>.</param>
public sealed record PackFault(string File, long Line, long Column, string Field, string Says, string Mend)
{
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Place()}{(Field.Length > 0 ? $" {Field}:" : "")} {Says} {Mend}");

    /// <summary>A fault of a folder, and not of a line in a file, has no line.</summary>
    private string Place() => Line > 0 ? string.Create(CultureInfo.InvariantCulture, $"{File}({Line},{Column}):") : $"{File}:";
}

/// <summary>How much of a folder is read.</summary>
public sealed class PackLimits
{
    /// <summary>Bytes of one file. The default is 256 KB.</summary>
    public int FileBytes { get; set; } = 256 * 1024;

    /// <summary>Files of one pack, forms included. The default is 40.</summary>
    public int Files { get; set; } = 40;

    /// <summary>Packs in the folder. The default is 250, more than there are countries.</summary>
    public int Packs { get; set; } = 250;

    /// <summary>YAML nodes of one file. The default is 20,000.</summary>
    public int Nodes { get; set; } = 20_000;

    /// <summary>How deep lists and mappings nest. The default is 12.</summary>
    public int Depth { get; set; } = 12;
}
