using Tarazy.Analysis.Rules.Sieve;

namespace Tarazy.Detect.Archive;

/// <summary>The words of an archive in memory, for one replay: one row of characters and where each word begins.</summary>
internal sealed class ArchiveWords : ITokenWords
{
    private readonly char[] _letters;
    private readonly int[] _starts;

    private ArchiveWords(char[] letters, int[] starts) => (_letters, _starts) = (letters, starts);

    public int Count => _starts.Length - 1;

    public static ArchiveWords Read(string folder)
    {
        var letters = new List<char>();
        var starts = new List<int> { 0 };
        foreach (var (_, word) in VocabularyFile.Read(folder))
        {
            letters.AddRange(word.AsSpan());
            starts.Add(letters.Count);
        }

        return new ArchiveWords([.. letters], [.. starts]);
    }

    public ReadOnlySpan<char> Word(int number) => _letters.AsSpan(_starts[number].._starts[number + 1]);
}
