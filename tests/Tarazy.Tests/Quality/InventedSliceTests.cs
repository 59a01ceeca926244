using System.Text.Json;
using Tarazy.Analysis.Engine;
using Tarazy.Server.Commands.Evaluate;
using Tarazy.Server.Commands.Evaluate.Scores;
using Tarazy.TestKit;

namespace Tarazy.Tests.Quality;

/// <summary>Invented texts with known answers, in <c>tests/quality</c>: small enough to run with every build, so that quality cannot fall unseen.</summary>
public class InventedSliceTests
{
    [Fact]
    public void The_language_of_a_short_sentence_is_named()
    {
        var answers = Rows("language").ToDictionary(row => row.Id, row => row.Text("lang"));
        Assert.All(Predictions("language"), said => Assert.Equal(answers[said.Id], said.Text("label")));
    }

    [Fact]
    public void Disguised_words_are_read_and_plain_ones_stay()
    {
        var rows = Rows("obfuscation").ToDictionary(row => row.Id);
        var errors = new CharErrors();
        foreach (var said in Predictions("obfuscation"))
        {
            var row = rows[said.Id];
            Assert.Equal(row.Flag("obfuscated"), said.Fields.GetProperty("score").GetDouble() >= 0.5);
            errors.Add(row.Text("original"), said.Text("text"));
            if (!row.Flag("obfuscated"))
            {
                Assert.Equal(row.Text("original"), said.Text("text"), ignoreCase: true);
            }
        }

        Assert.InRange(errors.Rate, 0, 0.005);
    }

    [Fact]
    public void Near_copies_are_paired_and_nothing_else_is() =>
        Assert.Equal(["a\tb", "p0a\tp0b", "p1a\tp1b", "p2a\tp2b"], Written("near-duplicates"));

    [Fact]
    public void Threats_and_calls_for_trial_are_told_apart()
    {
        var answers = Rows("threats").ToDictionary(row => row.Id, row => row.Text("label"));
        Assert.All(Predictions("threats"), said => Assert.Equal(answers[said.Id], said.Text("label")));
    }

    [Fact]
    public void The_same_story_in_other_words_is_told_from_another_story()
    {
        var answers = Rows("same-story").ToDictionary(row => row.Id, row => row.Flag("same_story"));
        Assert.All(Predictions("same-story"), said => Assert.Equal(answers[said.Id], said.Fields.GetProperty("score").GetDouble() >= 0.5));
    }

    [Fact]
    public void Adverts_of_swindlers_are_told_from_chat()
    {
        var answers = Rows("scam").ToDictionary(row => row.Id, row => row.Text("label"));
        Assert.All(Predictions("scam"), said => Assert.Equal(answers[said.Id], said.Text("label")));
    }

    private static string Slice(string task) => Repository.Path("tests", "quality", $"{task}.jsonl");

    private static IEnumerable<DataRow> Rows(string task) => DataRows.Read(Slice(task));

    private static List<DataRow> Predictions(string task)
    {
        List<DataRow> said = [.. Written(task).Select((line, i) => new DataRow(JsonDocument.Parse(line).RootElement, task, i + 1))];
        Assert.Equal(Rows(task).Count(), said.Count);
        return said;
    }

    private static string[] Written(string task)
    {
        using var output = new StringWriter();
        EvaluateTasks.Find(task)!.Predict(
            new PredictRequest([new FileInfo(Slice(task))], Train: null, EngineData.Find(AppContext.BaseDirectory), new PredictionWriter(output), TextWriter.Null),
            TestContext.Current.CancellationToken);
        return output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
