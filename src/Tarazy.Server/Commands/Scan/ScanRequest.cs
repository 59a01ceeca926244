using Tarazy.Ingest.Sources;

namespace Tarazy.Server.Commands.Scan;

/// <summary>What is to be scanned, and how much of what is found is shown.</summary>
/// <param name="Input">A file, a folder or an address.</param>
/// <param name="TimeZone">For days and times in the report.</param>
/// <param name="Most">Stories, and findings of each rule, that are listed; counts are always of all.</param>
internal sealed record ScanRequest(string Input, IngestOptions Ingest, TimeZoneInfo TimeZone, int Most)
{
    /// <summary>Its last part: a report is sent to others, who need not know how the folders here are called.</summary>
    public string Name => Uri.TryCreate(Input, UriKind.Absolute, out var address) && !address.IsFile
        ? Input
        : Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(Input)));
}
