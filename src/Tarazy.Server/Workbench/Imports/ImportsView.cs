namespace Tarazy.Server.Workbench.Imports;

/// <summary>What was read into the desk, and from where.</summary>
public sealed record ImportsView(IReadOnlyList<ImportView> Imports);

/// <param name="File">Name of the export without its folders.</param>
/// <param name="Bytes">Size of the file; null when it is not known.</param>
/// <param name="Ended">Null while it runs.</param>
/// <param name="Refusals">What was refused and why, one sentence each.</param>
public sealed record ImportView(
    string File,
    string Channel,
    DateTimeOffset Started,
    DateTimeOffset? Ended,
    long Posts,
    long Known,
    long Findings,
    long? Bytes,
    IReadOnlyList<string> Refusals);
