namespace Tarazy.Analysis.Similarity.Retellings;

/// <summary>Sums over the facts of one text, and beside them what another text has of them.</summary>
internal struct Side
{
    public double Names;
    public double LeadSquares;
    public double WordSquares;
    public double Lead;
    public double LeadFound;
    public double Title;
    public double TitleFound;
    public int LeadNames;
    public int LeadNamesFound;
    public int Numbers;
    public int Count;

    public Side(ReadOnlySpan<Fact> facts)
    {
        foreach (ref readonly var fact in facts)
        {
            if ((fact.Kind & FactKind.Number) != FactKind.None)
            {
                Numbers++;
                continue;
            }

            double square = fact.Rarity * fact.Rarity;
            Count++;
            WordSquares += square * Weight(fact.Count) * Weight(fact.Count);
            LeadSquares += (fact.Kind & FactKind.Lead) != FactKind.None ? square : 0;
            Lead += (fact.Kind & FactKind.Lead) != FactKind.None ? fact.Rarity : 0;
            Title += (fact.Kind & FactKind.Title) != FactKind.None ? fact.Rarity : 0;
            Names += (fact.Kind & FactKind.Name) != FactKind.None ? square : 0;
            LeadNames += fact.LeadName ? 1 : 0;
        }
    }

    public static double Weight(int count) => count == 1 ? 1 : 1 + Math.Log(count);

    public void Found(in Fact fact)
    {
        LeadFound += (fact.Kind & FactKind.Lead) != FactKind.None ? fact.Rarity : 0;
        TitleFound += (fact.Kind & FactKind.Title) != FactKind.None ? fact.Rarity : 0;
        LeadNamesFound += fact.LeadName ? 1 : 0;
    }
}
