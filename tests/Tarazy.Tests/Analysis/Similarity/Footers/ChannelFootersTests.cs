using Tarazy.Analysis.Similarity;
using Tarazy.Analysis.Similarity.Footers;
using Tarazy.Analysis.Text;

namespace Tarazy.Tests.Analysis.Similarity.Footers;

public class ChannelFootersTests
{
    private const string Footer = "\n\n🔴 Подписаться на канал | Прислать новость нашей редакции";

    [Fact]
    public void A_line_that_ends_the_posts_of_a_channel_is_left_out_once_it_is_known()
    {
        var footers = new ChannelFooters();
        Assert.Equal((Body(0) + Footer).Length, footers.Next(Body(0) + Footer));
        Learn(footers, 30);
        var post = "Курс доллара вырос до 110 тенге";
        Assert.Equal(post, (post + Footer)[..footers.Next(post + Footer)].TrimEnd());
        Assert.Equal(post.Length, footers.Next(post));
    }

    [Fact]
    public void An_emoji_that_changes_before_the_footer_does_not_hide_it()
    {
        var footers = new ChannelFooters();
        Learn(footers, 30);
        var post = "Жаңа мектеп ашылды" + Footer.Replace("🔴", "😄", StringComparison.Ordinal);
        Assert.True(footers.Next(post) < post.Length);
    }

    [Fact]
    public void A_text_is_never_left_out_whole()
    {
        var footers = new ChannelFooters();
        Learn(footers, 30);
        Assert.Equal(Footer.Length, footers.Next(Footer));
        Assert.Equal(Footer.Trim().Length, footers.Next(Footer.Trim()));
        Assert.True(footers.Next(Footer.Trim() + Footer) > Footer.Trim().Length - 1);
    }

    [Fact]
    public void A_text_that_is_sent_again_and_again_is_no_footer()
    {
        var footers = new ChannelFooters();
        const string Call = "Завтра все выходят на площадь\nсбор в семь часов у фонтана\nпередайте соседям и знакомым";
        for (var i = 0; i < 100; i++)
        {
            Assert.Equal(Call.Length, footers.Next(Call));
        }
    }

    [Fact]
    public void A_state_that_was_stored_goes_on_like_the_one_that_was_not()
    {
        var (straight, stored) = (new ChannelFooters(), new ChannelFooters());
        for (var i = 0; i < 1_000; i++)
        {
            var post = Body(i) + (i % 3 == 0 ? Footer : $"\nисточник {i}");
            Assert.Equal(straight.Next(post), stored.Next(post));
            var state = new byte[ChannelFooters.Bytes];
            stored.Write(state);
            stored = ChannelFooters.Read(state);
        }

        Assert.Throws<InvalidDataException>(() => ChannelFooters.Read(new byte[3]));
    }

    [Fact]
    public void Two_short_posts_with_one_footer_are_two_stories()
    {
        var (with, without) = (new StoryIndex(), new StoryIndex());
        var footers = new ChannelFooters();
        Learn(footers, 30);
        string[] posts = ["Доллар 108 тенге" + Footer, "Евро 90 тенге" + Footer];
        Assert.False(posts.Select((post, i) => Place(without, i, post, post.Length)).All(place => place.First)); // what the footer did before
        Assert.True(posts.Select((post, i) => Place(with, i, post, footers.Next(post))).All(place => place.First));
    }

    [Fact]
    public void Of_a_post_without_its_footer_fewer_than_three_words_are_compared_by_all_of_them()
    {
        var index = new StoryIndex();
        Assert.True(Place(index, 1, "Доброе утро" + Footer, "Доброе утро".Length).First);
        Assert.False(Place(index, 2, "доброе утро!", "доброе утро!".Length).First);
    }

    private static StoryPlace Place(StoryIndex index, long post, string text, int body)
    {
        var folded = new FoldedText();
        folded.Fold(text);
        Span<byte> mark = stackalloc byte[StoryMark.MostBytes];
        return index.Place(post, mark[..StoryMark.Of(folded, body, mark)]);
    }

    private static void Learn(ChannelFooters footers, int posts)
    {
        for (var i = 0; i < posts; i++)
        {
            footers.Next(Body(i) + Footer);
        }
    }

    private static string Body(int i) => $"Новость номер {i} о городе\nв ней говорится о деле {i * 7}";
}
