namespace Tarazy.Detect.FactChecks.Reading;

/// <summary>One record of a file: read, or refused with where and why.</summary>
public abstract record FactCheckItem(string File, int Line)
{
    public sealed record Read(string File, int Line, FactCheck Check) : FactCheckItem(File, Line);

    /// <param name="Why">A clause: "the record has no claimReviewed".</param>
    public sealed record Refused(string File, int Line, string Why) : FactCheckItem(File, Line)
    {
        public override string ToString() =>
            Line > 0 ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{File}:{Line}: {Why}; the other records were kept.") : $"{File}: {Why}; the other files were read.";
    }
}
