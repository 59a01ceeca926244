namespace Tarazy.Analysis.Labels.Features;

/// <summary>Takes what the reader meets: a row of the table, and the folded units it came from.</summary>
internal interface IFeatureSink
{
    void Add(int row, int start, int end);
}
