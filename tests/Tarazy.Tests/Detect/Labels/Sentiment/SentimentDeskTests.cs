using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using Tarazy.Detect.Labels;
using Tarazy.Detect.Labels.Sentiment;
using Tarazy.Records.Canonical;

namespace Tarazy.Tests.Detect.Labels.Sentiment;

/// <summary>A desk that has made a model of sentiment from invented remarks.</summary>
public sealed class SentimentDeskTests : IDisposable
{
    private static readonly DateOnly Monday = new(2026, 11, 16);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tarazy-sentiment-");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string Models => Path.Combine(_folder.FullName, "models");

    private string Card => Path.Combine(Models, "sentiment", "ru.json");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_desk_without_a_model_reads_nothing() => Assert.Empty(Open().Over([(Monday, InventedSentiment.Negative(1))], cancel: Cancel));

    [Fact]
    public void The_model_in_use_is_the_one_that_was_measured_on_texts_it_had_not_seen()
    {
        Train();
        var card = JsonSerializer.Deserialize<SentimentCard>(File.ReadAllText(Card), DeskJson.Options)!;
        Assert.Equal("ru", card.Language);
        Assert.Equal(1_200, card.Learnt + card.Negative.Texts + card.Negative.Others);
        Assert.Equal(card.Negative.Texts + card.Negative.Others, card.Positive.Texts + card.Positive.Others);
        Assert.InRange(card.Negative.Texts + card.Negative.Others, 150, 350);
        Assert.True(card.Negative is { CanCorrect: true, Sensitivity: > 0.8 } && card.Positive is { CanCorrect: true, Specificity: > 0.8 });
        Assert.Equal(("Apache-2.0", 1_200), (card.Data[0].Licence, card.Data[0].Rows));
    }

    [Fact]
    public void A_line_has_the_shares_of_its_weeks_and_a_gap_where_too_few_posts_are()
    {
        Train();
        (DateOnly, string)[] posts =
        [
            .. Enumerable.Range(0, 30).Select(i => (Monday.AddDays(i % 7), i < 24 ? InventedSentiment.Negative(900 + i) : InventedSentiment.Neutral(900 + i))),
            .. Enumerable.Range(0, 19).Select(i => (Monday.AddDays(7), InventedSentiment.Positive(900 + i))),
            .. Enumerable.Range(0, 25).Select(i => (Monday.AddDays(20), InventedSentiment.Positive(900 + i))),
            .. Enumerable.Range(0, 25).Select(i => (Monday.AddDays(8), "The bus to the town leaves from the station at nine o'clock in the morning.")),
        ];
        var line = Assert.Single(Open().Over(posts, SentimentStep.Week, Cancel));
        Assert.Equal([Monday, Monday.AddDays(7), Monday.AddDays(14)], line.Buckets.Select(week => week.From));
        Assert.Equal([30, 19, 25], line.Buckets.Select(week => week.Posts));
        Assert.Equal(74, line.Posts);
        Assert.True(line.Buckets[0].Negative is { Value: > 0.6 and < 0.95, Low: > 0.4 } && line.Buckets[0].Positive is { Value: < 0.2 });
        Assert.True(line.Buckets[1] is { TooFew: true, Negative: null, Positive: null });
        Assert.True(line.Buckets[2] is { TooFew: false, Positive.Value: > 0.8 });
    }

    [Fact]
    public void Days_are_shown_where_most_days_have_enough_posts_and_else_weeks()
    {
        Train();
        (DateOnly, string)[] busy = [.. Enumerable.Range(0, 60).Select(i => (Monday.AddDays(i / 20), InventedSentiment.Neutral(i)))];
        Assert.Equal(SentimentStep.Day, Open().Over(busy, cancel: Cancel)[0].Step);
        Assert.Equal(SentimentStep.Week, Open().Over([.. busy.Where((_, i) => i % 2 == 0)], cancel: Cancel)[0].Step);
    }

    [Fact]
    public void A_line_is_never_longer_than_its_chart_and_says_what_it_leaves_out()
    {
        Train();
        (DateOnly, string)[] years = [.. Enumerable.Range(0, 50).Select(i => (Monday.AddDays(-i * 70), InventedSentiment.Neutral(i)))];
        var line = Open().Over(years, cancel: Cancel)[0];
        Assert.Equal(105, line.Buckets.Count);
        Assert.Equal((11, 39), (line.Posts, line.Earlier));
        Assert.Equal(Monday, line.Buckets[^1].From);
    }

    [Theory]
    [InlineData("\"version\":\"", "\"version\":\"0")]
    [InlineData("\"found\":", "\"found\":9")]
    [InlineData("{\"language\"", "{\"tongue\"")]
    [InlineData("{", "[")]
    public void A_model_whose_card_is_of_another_or_cannot_be_true_is_not_asked(string from, string to)
    {
        Train();
        Assert.NotEmpty(Open().Languages);
        File.WriteAllText(Card, File.ReadAllText(Card).Replace(from, to, StringComparison.Ordinal));
        Assert.Empty(Open().Languages);
        File.Delete(Card);
        Assert.Empty(Open().Languages);
    }

    [Fact]
    public void Texts_without_both_classes_make_no_model()
    {
        var rows = InventedSentiment.Rows(_folder.FullName).FullName;
        var file = Path.Combine(rows, "dev.jsonl");
        File.WriteAllLines(file, File.ReadAllLines(file).Where(line => !line.Contains("\"positive\"", StringComparison.Ordinal)));
        Assert.Equal(1, InventedSentiment.Train(rows, _folder.FullName).Exit);
        Assert.False(Directory.Exists(Path.Combine(Models, "sentiment")));
    }

    [Fact]
    public void A_model_under_the_name_of_another_language_is_not_asked()
    {
        Train();
        File.Move(Card, Path.Combine(Models, "sentiment", "kk.json"));
        File.Move(Path.ChangeExtension(Card, ".model"), Path.Combine(Models, "sentiment", "kk.model"));
        Assert.Empty(Open().Languages);
    }

    [Theory]
    [InlineData("../ru")]
    [InlineData("russian")]
    [InlineData("")]
    public void A_language_that_the_desk_cannot_tell_is_refused_with_those_it_can(string language)
    {
        var (exit, said) = InventedSentiment.Train(InventedSentiment.Rows(_folder.FullName).FullName, _folder.FullName, "--language", language);
        Assert.Equal(1, exit);
        Assert.Contains("kk", said, StringComparison.Ordinal);
        Assert.Contains($"\"{language}\"", said, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Models));
    }

    [Fact]
    public void A_model_that_cannot_be_written_is_said_and_not_thrown()
    {
        // A folder in the place of the file: to the system that is no right to write, even for one who has every right.
        Directory.CreateDirectory(Path.Combine(Models, "sentiment", "ru.model"));
        var (exit, said) = InventedSentiment.Train(InventedSentiment.Rows(_folder.FullName).FullName, _folder.FullName);
        Assert.Equal(1, exit);
        Assert.Contains("ru.model", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reader_who_has_gone_is_not_read_for()
    {
        Train();
        using var gone = new CancellationTokenSource();
        await gone.CancelAsync();
        Assert.Throws<OperationCanceledException>(() => Open().Over([(Monday, InventedSentiment.Negative(1))], cancel: gone.Token));
    }

    private void Train() => Assert.Equal(0, InventedSentiment.Train(InventedSentiment.Rows(_folder.FullName).FullName, _folder.FullName).Exit);

    private SentimentDesk Open() => new(TestEngine.Data, new SentimentModels(new LabelOptions { Folder = Models }, NullLogger<SentimentModels>.Instance));
}
