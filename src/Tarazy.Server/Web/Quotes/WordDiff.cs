namespace Tarazy.Server.Web.Quotes;

public enum DiffKind
{
    Same,
    Added,
    Removed,
}

/// <summary>Words that stayed, came or went between two versions, with the white space that belongs to them.</summary>
public sealed record DiffRun(DiffKind Kind, string Text);

/// <summary>Compares two texts word by word: the longest common run of words stays, the rest came or went.</summary>
internal static class WordDiff
{
    /// <summary>Longer texts are compared only so far: the table is the product of both lengths.</summary>
    private const int MostWords = 600;

    private const int KeptAround = 4;

    public static IReadOnlyList<DiffRun> Between(string old, string current)
    {
        string[] before = Words(old);
        string[] after = Words(current);
        var common = Lengths(before, after);
        var runs = new List<DiffRun>();
        var (i, j) = (0, 0);
        while (i < before.Length || j < after.Length)
        {
            if (i < before.Length && j < after.Length && before[i] == after[j])
            {
                Add(runs, DiffKind.Same, after[j++]);
                i++;
            }
            else if (j >= after.Length || (i < before.Length && common[i + 1, j] >= common[i, j + 1]))
            {
                Add(runs, DiffKind.Removed, before[i++]);
            }
            else
            {
                Add(runs, DiffKind.Added, after[j++]);
            }
        }

        return [.. runs.Select((r, at) => Shortened(r, at == 0, at == runs.Count - 1))];
    }

    // What stayed is only context here; the whole post stands elsewhere on the page.
    private static DiffRun Shortened(DiffRun run, bool first, bool last)
    {
        var words = run.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (run.Kind != DiffKind.Same || words.Length <= (2 * KeptAround) + 2)
        {
            return run;
        }

        var head = first ? "" : string.Join(' ', words[..KeptAround]) + " ";
        var tail = last ? "" : " " + string.Join(' ', words[^KeptAround..]);
        return run with { Text = $"{head}…{tail}" };
    }

    private static int[,] Lengths(string[] before, string[] after)
    {
        var lengths = new int[before.Length + 1, after.Length + 1];
        for (var i = before.Length - 1; i >= 0; i--)
        {
            for (var j = after.Length - 1; j >= 0; j--)
            {
                lengths[i, j] = before[i] == after[j] ? lengths[i + 1, j + 1] + 1 : Math.Max(lengths[i + 1, j], lengths[i, j + 1]);
            }
        }

        return lengths;
    }

    private static void Add(List<DiffRun> runs, DiffKind kind, string word)
    {
        if (runs.Count > 0 && runs[^1].Kind == kind)
        {
            runs[^1] = runs[^1] with { Text = $"{runs[^1].Text} {word}" };
        }
        else
        {
            runs.Add(new DiffRun(kind, word));
        }
    }

    private static string[] Words(string text)
    {
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return words.Length <= MostWords ? words : words[..MostWords];
    }
}
