using System.Runtime.InteropServices;
using Tarazy.Analysis.Text;

namespace Tarazy.Analysis.Claims;

/// <summary>Reads documents one after another and freezes them into a <see cref="ClaimIndex"/>.</summary>
internal sealed class ClaimIndexBuilder
{
    internal const double Saturation = 1.2; // k1
    internal const double LengthShare = 0.5; // b: fact-checks are of one length, and their length says little
    private const int MostUnits = 4_096;

    private readonly FoldedText _text = new(new FoldOptions { MaxUnits = MostUnits });
    private readonly ClaimTerms _read = new();
    private readonly Dictionary<ulong, int> _ids = [];
    private readonly List<int> _frequencies = [];
    private readonly List<int> _lastSeen = [];
    private readonly List<int> _terms = [];
    private readonly List<TermMarks> _marks = [];
    private readonly List<int> _starts = [0];
    private readonly List<int> _titles = [];
    private readonly List<UInt128> _small = [];
    private readonly GramsBuilder _grams = new();

    public void Add(ClaimDocument document)
    {
        var number = _titles.Count;
        _small.Add(UInt128.Zero);
        Read(document.Claim, number);
        _titles.Add(_terms.Count);
        if (!string.IsNullOrEmpty(document.Title))
        {
            Read(document.Title, number);
        }

        _starts.Add(_terms.Count);
        _grams.EndDocument();
    }

    public ClaimIndex Build()
    {
        var count = _titles.Count;
        var starts = _starts.ToArray();
        var terms = _terms.ToArray();
        var mean = count == 0 ? 1f : Math.Max(1f, terms.Length / (float)count);
        var idf = new float[_ids.Count];
        for (var t = 0; t < idf.Length; t++)
        {
            idf[t] = Idf(count, _frequencies[t]);
        }

        var postings = Postings(count, starts, terms, idf, mean);
        var sums = new float[count];
        Span<int> unique = stackalloc int[ClaimTerms.Most * 2];
        for (var d = 0; d < count; d++)
        {
            var own = unique[..(starts[d + 1] - starts[d])];
            terms.AsSpan(starts[d], own.Length).CopyTo(own);
            own.Sort();
            for (var i = 0; i < own.Length; i++)
            {
                sums[d] += i > 0 && own[i] == own[i - 1] ? 0 : idf[own[i]];
            }
        }

        return new ClaimIndex(postings, SmallWords.Of([.. _small], postings.Scale), new DocumentTerms(starts, [.. _titles], terms, [.. _marks], sums, mean), _grams.Build(count));
    }

    internal static float Idf(int documents, int frequency) => (float)Math.Log(1 + ((documents - frequency + 0.5) / (frequency + 0.5)));

    private void Read(string text, int document)
    {
        _text.Fold(text);
        _read.Read(_text, names: true);
        _grams.Add(_text);
        _small[document] |= _read.Small;
        for (var i = 0; i < _read.Count; i++)
        {
            ref var id = ref CollectionsMarshal.GetValueRefOrAddDefault(_ids, _read.Keys[i], out var known);
            if (!known)
            {
                id = _frequencies.Count;
                _frequencies.Add(0);
                _lastSeen.Add(-1);
            }

            if (_lastSeen[id] != document)
            {
                _lastSeen[id] = document;
                _frequencies[id]++;
            }

            _terms.Add(id);
            _marks.Add(_read.Marks[i]);
        }
    }

    private TermPostings Postings(int count, int[] starts, int[] terms, float[] idf, float mean)
    {
        var begins = new int[idf.Length + 1];
        for (var t = 0; t < idf.Length; t++)
        {
            begins[t + 1] = begins[t] + _frequencies[t];
        }

        var documents = new int[begins[^1]];
        var impacts = new byte[documents.Length];
        var next = begins[..^1];
        var unknown = Idf(count, 0);
        var scale = (float)(byte.MaxValue / (unknown * (Saturation + 1)));
        Span<int> own = stackalloc int[ClaimTerms.Most * 2];
        for (var d = 0; d < count; d++)
        {
            var sorted = own[..(starts[d + 1] - starts[d])];
            terms.AsSpan(starts[d], sorted.Length).CopyTo(sorted);
            sorted.Sort();
            var norm = Saturation * (1 - LengthShare + (LengthShare * sorted.Length / mean));
            for (var i = 0; i < sorted.Length;)
            {
                var from = i;
                while (i < sorted.Length && sorted[i] == sorted[from])
                {
                    i++;
                }

                var term = sorted[from];
                var weight = idf[term] * (i - from) * (Saturation + 1) / (i - from + norm);
                documents[next[term]] = d;
                impacts[next[term]++] = (byte)Math.Clamp(Math.Round(weight * scale), 1, byte.MaxValue);
            }
        }

        return new TermPostings(_ids, begins, documents, impacts, idf, scale, unknown);
    }
}
