using Tarazy.Analysis.Similarity.Retellings;
using Tarazy.Analysis.Text;
using Tarazy.TestKit;

namespace Tarazy.Tests.Analysis.Similarity.Retellings;

public class RetellingIndexTests
{
    private const string Bridge = "В Караганде мэр Ерлан Сапаров открыл новый мост через реку Нуру. Строительство обошлось в 12 миллиардов тенге и заняло 3 года";
    private const string Retold = "Глава Караганды Сапаров разрезал ленту: мост через Нуру открыт. На стройку ушло 12 миллиардов и 3 года работы";
    private const string Other = "Сборная Казахстана по хоккею обыграла Польшу в Катовице. Две шайбы забросил Роман Старченко, вратарь отразил 31 бросок";
    private static readonly DateTimeOffset Start = new(2026, 11, 2, 6, 0, 0, TimeSpan.Zero);
    private static readonly RetellingModel Model = RetellingModel.Load(Repository.Root);

    [Fact]
    public void A_post_that_tells_the_same_in_other_words_joins_the_group_and_another_does_not()
    {
        var index = new RetellingIndex(Model, new RetellingOptions());
        Assert.Equal(1, Place(index, 1, 0, Bridge).Group);
        Assert.Equal(2, Place(index, 2, 1, Other).Group);
        var told = Place(index, 3, 2, Retold);
        Assert.Equal(1, told.Group);
        var link = Assert.Single(told.Of);
        Assert.Equal(1, link.Post);
        Assert.InRange(link.Score, 0.5, 1);
    }

    [Fact]
    public void The_same_told_three_days_later_is_another_story()
    {
        var index = new RetellingIndex(Model, new RetellingOptions());
        Place(index, 1, 0, Bridge);
        Assert.Empty(Place(index, 2, 72, Retold).Of);
        Assert.Empty(Place(index, 3, -72, Retold).Of); // posts of an import come in any order
    }

    [Fact]
    public void A_group_takes_nobody_in_when_it_is_too_old()
    {
        var index = new RetellingIndex(Model, new RetellingOptions { GroupAge = TimeSpan.FromHours(60) });
        Place(index, 1, 0, Bridge);
        Assert.Equal(1, Place(index, 2, 40, Retold).Group);
        Assert.Equal(3, Place(index, 3, 80, Bridge + ", сообщили в акимате").Group); // 40 hours from the last, 80 from the first
    }

    [Fact]
    public void What_is_beyond_the_window_is_forgotten()
    {
        var index = new RetellingIndex(Model, new RetellingOptions { Window = 100 });
        Place(index, 1, 0, Bridge);
        Assert.Empty(Place(index, 102, 1, Retold).Of);
        Assert.Equal(1, index.Count);
    }

    [Fact]
    public void An_index_built_again_goes_on_like_the_one_that_was_not()
    {
        var options = new RetellingOptions { Window = 40 };
        var straight = new RetellingIndex(Model, options);
        var places = new List<RetellingPlace>();
        for (var i = 0; i < 160; i++)
        {
            places.Add(Place(straight, i, i, Text(i)));
        }

        Assert.Contains(places, place => place.Of.Count > 1);
        for (var from = 60; from < 160; from += 33)
        {
            var again = new RetellingIndex(Model, options);
            for (var i = from - 40; i < from; i++)
            {
                again.Join(i, Start.AddHours(i), Folded(Text(i)), places[i].Group, Start.AddHours(places[i].Group));
            }

            for (var i = from; i < 160; i++)
            {
                var place = Place(again, i, i, Text(i));
                Assert.Equal(places[i].Group, place.Group);
                Assert.Equal(places[i].Of, place.Of);
            }
        }
    }

    [Fact]
    public void A_score_is_the_same_in_both_directions_and_one_text_is_like_itself()
    {
        var (a, b) = (Model.Facts(Folded(Bridge)), Model.Facts(Folded(Retold)));
        Assert.Equal(Model.Score(a, b), Model.Score(b, a), 12);
        Assert.True(Model.Score(a, a) > Model.Score(a, b));
        Assert.True(Model.Score(a, Model.Facts(Folded(string.Empty))) < 0.5);
    }

    [Fact]
    public void A_link_says_which_names_and_numbers_speak_for_it()
    {
        var shared = SharedFacts.Between(Model, Bridge, Retold);
        Assert.Equal(["12", "3"], shared.Numbers);
        Assert.Equal(["Караганды", "Нуру", "Сапаров"], shared.Names.Order(StringComparer.Ordinal));
    }

    private static string Text(int i) => (i % 4) switch
    {
        0 => Bridge + $" Об этом {i} сообщила пресс-служба",
        1 => Other,
        2 => Retold + $" Репортаж номер {i}",
        _ => $"Погода на завтра: в Алматы {i} градусов, ветер слабый, без осадков",
    };

    private static RetellingPlace Place(RetellingIndex index, long post, int hours, string text) => index.Place(post, Start.AddHours(hours), Folded(text));

    private static FoldedText Folded(string text)
    {
        var folded = new FoldedText();
        folded.Fold(text);
        return folded;
    }
}
