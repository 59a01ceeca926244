namespace Tarazy.Ingest.Telegram.Export;

/// <summary>The file cannot be read further. <see cref="ExportReader"/> turns it into a refusal that says what was kept.</summary>
internal sealed class BrokenExportException(string code, string what, long at) : Exception(what)
{
    public string Code { get; } = code;

    public long At { get; } = at;
}
