using Tarazy.Analysis.Engine;
using Tarazy.Analysis.Labels;
using Tarazy.Analysis.Text;
using Tarazy.Records.Findings;
using Tarazy.Records.Posts;
using Tarazy.TestKit;

namespace Tarazy.Tests.Analysis.Labels;

public class ShippedLabelTests
{
    private static readonly EngineData Data = EngineData.Load(Repository.Root);

    [Fact]
    public void Every_shipped_model_is_small_and_has_a_card_with_its_licences()
    {
        Assert.Equal(["scam", "threats-en"], Data.Labels.Select(model => model.Name));
        foreach (var model in Data.Labels)
        {
            var folder = Path.Combine(Repository.Root, "models", model.Name);
            Assert.True(new FileInfo(Path.Combine(folder, $"{model.Name}.model")).Length < 5_000_000);
            var card = File.ReadAllText(Path.Combine(folder, "README.md"));
            Assert.Contains(model.Version, card, StringComparison.Ordinal);
            Assert.Contains("| licence |", card, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("Invest $400 and withdraw $8000, register now and start earning in cryptocurrency, click the link", true)]
    [InlineData("Требуются люди на удалённую работу, доход от 300$ в день, пишите в лс", true)]
    [InlineData("Аким города рассказал о ремонте дорог и новых автобусах", false)]
    public void Scam_is_a_hint_in_shadow_that_shows_its_words(string post, bool found)
    {
        var reading = new PostEngine(Data).Look(post);
        Assert.Equal(found, reading.Labels.Any(hit => hit.Model.Name == "scam"));
        foreach (var finding in Findings(reading).Where(finding => finding.Rule == "label:scam/spam"))
        {
            Assert.True(finding.Shadow);
            Assert.NotEmpty(finding.Evidence);
            Assert.EndsWith("hint", finding.Summary, StringComparison.Ordinal);
            Assert.All(finding.Evidence, word => Assert.True(word.Start + word.Length <= post.Length));
        }
    }

    [Fact]
    public void A_threat_model_for_English_is_not_asked_about_Russian_posts()
    {
        var threats = Data.Labels.Single(model => model.Name == "threats-en");
        Assert.True(threats.Reads("en"));
        Assert.False(threats.Reads("ru"));
    }

    [Theory]
    [InlineData("Мы сожжём всё", false)]
    [InlineData("We will burn it all", true)]
    [InlineData("", true)]
    public void A_post_whose_language_is_unknown_is_asked_about_in_the_languages_its_letters_allow(string post, bool english)
    {
        var text = new FoldedText();
        text.Fold(post);
        Assert.Equal(english, Data.Labels.Single(model => model.Name == "threats-en").Reads(text, "und"));
        Assert.True(Data.Labels.Single(model => model.Name == "scam").Reads(text, "und"));
    }

    [Fact]
    public void On_real_news_few_posts_are_marked()
    {
        var path = SharedData.Path("coordination-telegram-news-ru/posts.jsonl.gz", out var why);
        Assert.SkipWhen(path is null, why);
        var scam = Data.Labels.Single(model => model.Name == "scam");
        var (text, scratch, scores) = (new FoldedText(), new LabelScratch(), new float[1]);
        int posts = 0, marked = 0;
        foreach (var post in RealPosts.Read(path!).Where((_, i) => i % 4 == 2))
        {
            text.Fold(post);
            scam.Score(text, scratch, scores);
            posts++;
            marked += scores[0] >= scam.Labels[0].Thresholds.Precise ? 1 : 0;
        }

        Assert.True(marked <= 0.015 * posts, $"{marked} of {posts}");
    }

    private static IReadOnlyList<Finding> Findings(PostReading reading) =>
        reading.Findings(
            new Post
            {
                Id = new PostId("p"),
                Channel = new ChannelId("telegram:test"),
                Message = 1,
                PostedAt = DateTimeOffset.UnixEpoch,
                SeenAt = DateTimeOffset.UnixEpoch,
                Text = "text",
                Content = new byte[32],
            },
            new StoryId("s"),
            DateTimeOffset.UnixEpoch);
}
