namespace Tarazy.Analysis.Claims;

/// <summary>One fact-check as the index reads it: the claim in the checker's words, and the title of the article.</summary>
public readonly record struct ClaimDocument(string Claim, string? Title);

/// <summary>
/// An index over fact-checks: claim and title are one document. Built once and then shared by all threads; a change of the
/// fact-checks builds it again (200,000 in about two seconds). <see cref="ClaimSearch"/> asks it.
/// </summary>
/// <remarks>
/// Okapi BM25 (Robertson et al., TREC-3) with the weight of a term in a document rounded to eight bits beforehand, so that a
/// query only adds (impact-ordered postings: Anh and Moffat, SIGIR 2005).
/// </remarks>
public sealed class ClaimIndex
{
    /// <summary>More documents than this are refused: places of postings are counted in 32 bits.</summary>
    public const int MostDocuments = 2_000_000;

    internal ClaimIndex(TermPostings postings, SmallWords small, DocumentTerms documents, DocumentGrams grams)
    {
        Postings = postings;
        Small = small;
        Documents = documents;
        Grams = grams;
        Gate = new ClaimGate(postings, documents);
    }

    public static ClaimIndex Empty { get; } = Build([]);

    public int Count => Documents.Count;

    internal TermPostings Postings { get; }

    internal SmallWords Small { get; }

    internal DocumentTerms Documents { get; }

    internal DocumentGrams Grams { get; }

    internal ClaimGate Gate { get; }

    /// <exception cref="ArgumentException">More than <see cref="MostDocuments"/>.</exception>
    public static ClaimIndex Build(IReadOnlyList<ClaimDocument> documents)
    {
        if (documents.Count > MostDocuments)
        {
            throw new ArgumentException($"{documents.Count} fact-checks; an index holds {MostDocuments}.", nameof(documents));
        }

        var builder = new ClaimIndexBuilder();
        foreach (var document in documents)
        {
            builder.Add(document);
        }

        return builder.Build();
    }
}

/// <summary>For each term, the documents that have it and its rounded weight in each.</summary>
/// <param name="Ids">Number of a term by its key.</param>
/// <param name="Starts">Where the postings of a term begin, and one more for where the last end.</param>
/// <param name="Scale">Impact units to one unit of BM25.</param>
/// <param name="UnknownIdf">Weight of a term that no document has.</param>
internal sealed record TermPostings(
    Dictionary<ulong, int> Ids, int[] Starts, int[] Documents, byte[] Impacts, float[] Idf, float Scale, float UnknownIdf)
{
    public int Frequency(int term) => Starts[term + 1] - Starts[term];
}

/// <summary>The terms of each document in their order, claim first and title after it.</summary>
/// <param name="Starts">Where a document begins, and one more.</param>
/// <param name="Titles">Where its title begins.</param>
/// <param name="IdfSums">Sum of the weights of a document's different terms.</param>
internal sealed record DocumentTerms(int[] Starts, int[] Titles, int[] Terms, TermMarks[] Marks, float[] IdfSums, float MeanLength)
{
    public int Count => Starts.Length - 1;
}

/// <summary>The letter runs of each document: bucket in the upper 24 bits, weight in the lower 8; the cosine needs the scale.</summary>
internal sealed record DocumentGrams(int[] Starts, uint[] Packed, float[] Scales, float[] Idf);
