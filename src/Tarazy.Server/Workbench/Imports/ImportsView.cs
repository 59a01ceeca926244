namespace Tarazy.Server.Workbench.Imports;

/// <summary>What was read into the desk, and from where.</summary>
public sealed record ImportsView(IReadOnlyList<ImportView> Imports);

/// <param name="File">Name of the export without its folders.</param>
/// <param name="Ended">Null while it runs.</param>
/// <param name="Refused">How many of each reason that has words, by its key.</param>
/// <param name="Says">What was refused and why, one sentence each, in English as the import writes it.</param>
public sealed record ImportView(
    string File,
    string Channel,
    DateTimeOffset Started,
    DateTimeOffset? Ended,
    long Posts,
    long Known,
    IReadOnlyList<(string Reason, long Count)> Refused,
    IReadOnlyList<string> Says);
