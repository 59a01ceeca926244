using Tarazy.Server.Commands.Evaluate;
using Tarazy.Server.Commands.Evaluate.Tasks;
using Tarazy.TestKit;

namespace Tarazy.Tests.Server.Evaluate;

public class StoryTaskTests
{
    [Fact]
    public void Near_duplicates_are_a_table_of_pairs_whatever_their_links_and_handles()
    {
        var lines = Predict(
            new NearDuplicatesTask(),
            """{"id":"a/1","text":"Сегодня утром в центре города открыли новый мост через реку https://example.org/1"}""",
            """{"id":"b/2","text":"сегодня утром в центре города @most_city открыли новый мост через реку"}""",
            """{"id":"b/3","text":"Курс тенге к доллару вырос на торгах до отметки пятьсот двадцать тенге"}""");
        Assert.Equal(["a\tb", "a/1\tb/2"], lines);
    }

    [Fact]
    public void Same_story_gives_every_row_a_score_with_or_without_a_title()
    {
        var lines = Predict(
            new SameStoryTask(),
            """{"id":"p1","a_title":"Сапаров открыл мост в Караганде","a_text":"Мэр Ерлан Сапаров открыл мост через Нуру за 12 миллиардов.","b_text":"В Караганде Сапаров открыл мост через Нуру, цена 12 миллиардов."}""",
            """{"id":"p2","a_text":"Мэр Ерлан Сапаров открыл мост через Нуру.","b_text":"Сборная по хоккею обыграла Польшу в Катовице."}""");
        Assert.Equal(2, lines.Count);
        Assert.StartsWith("""{"id":"p1","score":0.9""", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("""{"id":"p2","score":0.0""", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_without_a_text_is_refused_with_its_line()
    {
        var refused = Assert.Throws<EvaluateRefusedException>(() => Predict(new SameStoryTask(), """{"id":"p1","a_text":"Одно"}"""));
        Assert.Contains(":1:", refused.Message, StringComparison.Ordinal);
    }

    private static List<string> Predict(IEvaluateTask task, params string[] rows)
    {
        var file = Path.Combine(Path.GetTempPath(), $"{Path.GetRandomFileName()}.jsonl");
        File.WriteAllLines(file, rows);
        try
        {
            using var output = new StringWriter();
            task.Predict(new PredictRequest([new FileInfo(file)], null, Repository.Root, new PredictionWriter(output), TextWriter.Null), TestContext.Current.CancellationToken);
            return [.. output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries)];
        }
        finally
        {
            File.Delete(file);
        }
    }
}
