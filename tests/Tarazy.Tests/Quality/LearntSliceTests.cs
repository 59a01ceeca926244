using System.Text.Json;
using Tarazy.Analysis.Engine;
using Tarazy.Server.Commands.Evaluate;
using Tarazy.TestKit;

namespace Tarazy.Tests.Quality;

/// <summary>Tasks that learn first, on invented texts in <c>tests/quality/learnt</c>: so plain that whoever learns at all gets them right.</summary>
public class LearntSliceTests
{
    [Theory]
    [InlineData("topics", "topics")]
    [InlineData("techniques", "techniques")]
    public void Labels_of_plain_texts_are_said(string task, string field)
    {
        var answers = Rows(task).ToDictionary(row => row.Id, row => row.Texts(field));
        Assert.All(Predictions(task), said => Assert.Equal(answers[said.Id], said.Texts("labels")));
    }

    [Fact]
    public void The_sentiment_of_plain_texts_is_said()
    {
        var answers = Rows("sentiment").ToDictionary(row => row.Id, row => row.Text("label"));
        Assert.All(Predictions("sentiment"), said => Assert.Equal(answers[said.Id], said.Text("label")));
    }

    [Fact]
    public void The_first_claim_is_the_one_that_a_post_repeats()
    {
        var answers = Rows("claims").ToDictionary(row => row.Id, row => row.Texts("relevant"));
        Assert.All(Predictions("claims"), said => Assert.Equal(answers[said.Id], said.Texts("ranking").Take(1)));
    }

    private static string Folder(string task) => Repository.Path("tests", "quality", "learnt", task);

    private static string Asked(string task) => Path.Combine(Folder(task), "test.jsonl");

    private static IEnumerable<DataRow> Rows(string task) => DataRows.Read(Asked(task));

    private static List<DataRow> Predictions(string task)
    {
        using var output = new StringWriter();
        EvaluateTasks.Find(task)!.Predict(
            new PredictRequest([new FileInfo(Asked(task))], new DirectoryInfo(Folder(task)), EngineData.Find(AppContext.BaseDirectory), new PredictionWriter(output), TextWriter.Null),
            TestContext.Current.CancellationToken);
        List<DataRow> said = [.. output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select((line, i) => new DataRow(JsonDocument.Parse(line).RootElement, task, i + 1))];
        Assert.Equal(Rows(task).Count(), said.Count);
        return said;
    }
}
