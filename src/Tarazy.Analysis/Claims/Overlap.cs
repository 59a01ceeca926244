namespace Tarazy.Analysis.Claims;

/// <summary>What a document and the text have in common; of a term that occurs again only its first place counts.</summary>
internal struct Overlap
{
    public float Claim;
    public float Title;
    public float ClaimWhole;
    public float TitleWhole;
    public float Idf;
    public float Squares;
    public float Norm;
    public float Rarest;
    public float Names;
    public int Pairs;
    public int Numbers;
    public int OtherNumbers;
    public int Shared;

    public readonly float Covered => Math.Max(Claim / Math.Max(10, ClaimWhole), Title / Math.Max(10, TitleWhole));

    public void Field(bool title, float idf, bool shared)
    {
        if (title)
        {
            TitleWhole += idf;
            Title += shared ? idf : 0;
        }
        else
        {
            ClaimWhole += idf;
            Claim += shared ? idf : 0;
        }
    }

    public void Share(float idf, TermMarks marks)
    {
        Idf += idf;
        Squares += idf * idf;
        Shared++;
        Rarest = Math.Max(Rarest, idf);
        Names += (marks & TermMarks.Capital) != TermMarks.None ? idf : 0;
        Numbers += (marks & TermMarks.Number) != TermMarks.None ? 1 : 0;
    }
}
