using System.Globalization;
using Tarazy.Analysis.Engine;
using Tarazy.Analysis.Labels;
using Tarazy.Analysis.Language;
using Tarazy.Analysis.Rules;
using Tarazy.Analysis.Similarity;
using Tarazy.Analysis.Text;
using Tarazy.Ingest.Sources;
using Tarazy.Storage.Bulk;

namespace Tarazy.Benchmarks.Pipeline;

/// <summary><c>look</c>: what each part of reading a post costs. A part is run with the fold before it, and the fold's own cost is taken off.</summary>
internal static class LookRun
{
    private const int Runs = 3;

    public static async Task<int> RunAsync(string file)
    {
        var data = EngineData.Load(EngineData.Find(AppContext.BaseDirectory));
        var rules = data.Rules.Rules.Count;
        Part[] parts =
        [
            new("fold and tokens", (_, _) => { }),
            new("language", (text, _) => data.Languages.Guess(text)),
            new("MinHash", (text, _) => StoryMark.Of(text, new byte[StoryMark.MostBytes])),
            new($"{rules} rules of {data.Rules.Terms.All().Count} terms", (text, guess) => data.Rules.Look(text, new PostPlace(guess.Code), [])),
            .. data.Labels.Select(model => new Part($"label model {model.Name}", Label(model))),
        ];
        var posts = 0L;
        for (var run = 0; run < Runs; run++)
        {
            Array.ForEach(parts, part => part.Microseconds = 0);
            posts = await PassAsync(file, data, parts);
        }

        Console.WriteLine("| part of a look | CPU us a post |");
        Console.WriteLine("| --- | ---: |");
        foreach (var part in parts)
        {
            var cost = (part.Microseconds - (part == parts[0] ? 0 : parts[0].Microseconds)) / posts;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {part.Name} | {cost:F2} |"));
        }

        return 0;
    }

    private static async Task<long> PassAsync(string file, EngineData data, Part[] parts)
    {
        using var blocks = new PostBlocks();
        var text = new FoldedText();
        var posts = 0L;
        await foreach (var item in new PostSources(TimeProvider.System).OpenBlocks(file, new IngestOptions(), blocks))
        {
            if (item is not IngestItem.PostsSeen(var seen))
            {
                continue;
            }

            posts += seen.Count;
            var guesses = new LanguageGuess[seen.Count];
            for (var i = 0; i < seen.Count; i++)
            {
                text.Fold(seen[seen[i].Text]);
                guesses[i] = data.Languages.Guess(text);
            }

            foreach (var part in parts)
            {
                part.Run(seen, guesses, text);
            }

            blocks.Return(seen);
        }

        return posts;
    }

    private static Action<FoldedText, LanguageGuess> Label(LabelModel model)
    {
        var scratch = new LabelScratch();
        var scores = new float[model.Labels.Count];
        return (text, guess) =>
        {
            if (model.Reads(text, guess.Sure ? guess.Code : LanguageGuess.Unknown))
            {
                model.Score(text, scratch, scores);
            }
        };
    }

    private sealed record Part(string Name, Action<FoldedText, LanguageGuess> Read)
    {
        public double Microseconds { get; set; }

        public void Run(PostBlock posts, LanguageGuess[] guesses, FoldedText text)
        {
            var before = ThreadClock.Microseconds;
            for (var i = 0; i < posts.Count; i++)
            {
                text.Fold(posts[posts[i].Text]);
                Read(text, guesses[i]);
            }

            Microseconds += ThreadClock.Microseconds - before;
        }
    }
}
