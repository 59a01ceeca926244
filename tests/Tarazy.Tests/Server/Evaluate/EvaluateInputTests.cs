using System.IO.Compression;
using Tarazy.Server.Commands.Evaluate;
using Tarazy.Server.Commands.Evaluate.Tasks.Labels;

namespace Tarazy.Tests.Server.Evaluate;

public sealed class EvaluateInputTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("tarazy-evaluate-").FullName;

    [Fact]
    public void Predictions_of_yesterday_stay_until_the_new_ones_are_whole()
    {
        var file = new FileInfo(Write("p.jsonl", "yesterday"));
        using (var broken = PredictionFile.Open(file))
        {
            new PredictionWriter(broken.To).Line("half");
            Assert.Contains("p.jsonl.part", broken.Abandon(1), StringComparison.Ordinal);
        }

        Assert.Equal("yesterday", File.ReadAllText(file.FullName));
        using var whole = PredictionFile.Open(file);
        new PredictionWriter(whole.To).Line("today");
        whole.Finish();
        Assert.Equal("today\n", File.ReadAllText(file.FullName));
    }

    [Fact]
    public void A_place_that_cannot_be_written_is_named_before_anything_is_read() =>
        Assert.Contains("nowhere", Assert.Throws<EvaluateRefusedException>(() => PredictionFile.Open(new FileInfo(Path.Combine(_folder, "nowhere", "p.jsonl")))).Message, StringComparison.Ordinal);

    [Fact]
    public void Half_a_letter_is_refused_by_file_and_line() =>
        Refuses(Write("half.jsonl", """{"id":1,"text":"ab\ud800c"}"""), "half.jsonl:1:");

    [Fact]
    public void A_file_that_only_says_it_is_gzip_is_refused_by_file_and_line() =>
        Refuses(Write("plain.jsonl.gz", """{"id":1,"text":"a"}"""), "plain.jsonl.gz:1:");

    [Fact]
    public void Gzip_is_read()
    {
        var path = Path.Combine(_folder, "rows.jsonl.gz");
        using (var to = new StreamWriter(new GZipStream(File.Create(path), CompressionLevel.Fastest)))
        {
            to.Write("""{"id":1,"text":"a"}""");
        }

        Assert.Equal("a", Assert.Single(DataRows.Read(path)).Text("text"));
    }

    [Fact]
    public void A_test_part_is_never_learnt_from_and_a_named_file_always_is()
    {
        var latest = Write("latest.jsonl", "");
        var test = Write("dev_test.jsonl", "");
        Assert.Equal([latest], LabelRows.Files(_folder));
        Assert.Equal([test], LabelRows.Files(test));
    }

    [Fact]
    public void A_row_without_an_answer_is_none_to_learn_from()
    {
        var path = Write("rows.jsonl", """{"id":1,"text":"a","topics":null}""" + "\n" + """{"id":2,"text":"b"}""" + "\n" + """{"id":3,"text":"c","topics":[]}""");
        Assert.Equal("c", Assert.Single(LabelRows.From(path, "topics")).Text);
    }

    [Fact]
    public void The_share_of_readers_who_gave_a_label_is_read_beside_the_answer()
    {
        var path = Write("rows.jsonl", """{"id":1,"text":"a","topics":["war"],"scores":{"war":0.75,"peace":0.2}}""");
        var row = Assert.Single(LabelRows.From(path, "topics"));
        Assert.Equal(["war"], row.Labels);
        Assert.Equal([("peace", 0.2f), ("war", 0.75f)], row.Shares!.OrderBy(share => share.Key, StringComparer.Ordinal).Select(share => (share.Key, share.Value)));
    }

    [Theory]
    [InlineData("1.5")]
    [InlineData("\"much\"")]
    public void A_share_of_readers_that_is_none_is_refused_with_its_line(string share)
    {
        var path = Write("rows.jsonl", $$$"""{"id":1,"text":"a","topics":[],"scores":{"war":{{{share}}}}}""");
        Assert.Contains("rows.jsonl:1", Assert.Throws<EvaluateRefusedException>(() => LabelRows.From(path, "topics").ToList()).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("languages", true)]
    [InlineData("language", false)]
    public void A_table_that_measures_nothing_is_no_success(string task, bool exists)
    {
        var data = new DirectoryInfo(exists ? _folder : Path.Combine(_folder, "gone"));
        Assert.Equal(2, ScoreTable.Print(data, [task], TextWriter.Null, TestContext.Current.CancellationToken));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static void Refuses(string path, string place) =>
        Assert.Contains(place, Assert.Throws<EvaluateRefusedException>(() => DataRows.Read(path).Select(row => row.Text("text")).ToList()).Message, StringComparison.Ordinal);

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
