namespace Tarazy.Ingest.Sources;

/// <summary>Tells of progress once a mebibyte and at the end, so that a listener never slows the reading.</summary>
internal sealed class ProgressMeter(string source, long total, IProgress<IngestProgress>? progress)
{
    private const long Step = 1 << 20;
    private long _next = Step;

    public void At(long read, long posts)
    {
        if (read >= _next)
        {
            _next = read + Step;
            progress?.Report(new IngestProgress(source, read, total, posts));
        }
    }

    public void End(long read, long posts) => progress?.Report(new IngestProgress(source, read, total, posts));
}
