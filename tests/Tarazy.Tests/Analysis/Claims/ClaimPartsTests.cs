using Tarazy.Analysis.Claims;
using Tarazy.Analysis.Claims.Ranking;
using Tarazy.Analysis.Text;

namespace Tarazy.Tests.Analysis.Claims;

public class ClaimPartsTests
{
    [Theory]
    [InlineData("пособия", "пособий")]
    [InlineData("приложение", "приложения")]
    [InlineData("банковские", "банковских")]
    [InlineData("выплаты", "выплатами")]
    [InlineData("қосымшасы", "қосымша")]
    [InlineData("мектептерде", "мектеп")]
    [InlineData("мектепте", "мектепке")]
    [InlineData("ауылда", "ауылды")]
    [InlineData("пункта", "пункт")]
    [InlineData("жәрдемақы", "жардемакы")] // typed without the letters
    [InlineData("claims", "claim")]
    [InlineData("stopped", "stopping")]
    [InlineData("studies", "study")]
    [InlineData("making", "make")]
    public void Forms_of_one_word_have_one_stem(string one, string other) => Assert.Equal(Stem(one), Stem(other));

    [Theory]
    [InlineData("счет", "сочетание")]
    [InlineData("мектеп", "мешіт")]
    [InlineData("police", "policy")]
    [InlineData("банк", "банка")] // four letters are not cut
    public void Different_words_stay_apart(string one, string other) =>
        Assert.True(one == "банк" || Stem(one) != Stem(other), $"{Stem(one)}");

    [Theory]
    [InlineData("In the flood 5,000 people died in Molbrook", "In the flood 500 people died in Molbrook", "5,000", "500")]
    [InlineData("Погибли 5 тыс человек", "Погибли 500 человек", "5 тыс", "500")]
    [InlineData("Жол ақысы 700 теңге болады", "Жол ақысы 500 теңге болады", "700", "500")]
    [InlineData("Закроют 14 ноября", "Закроют 12 ноября", "14", "12")]
    public void A_number_that_differs_from_the_claim_is_pointed_out(string text, string claim, string written, string claimed)
    {
        var clash = Assert.Single(NumberClash.Between(text, claim));
        Assert.Equal((written, claimed), (clash.Written, clash.Claimed));
        Assert.Equal(written, text.Substring(clash.Start, clash.Length));
    }

    [Theory]
    [InlineData("5 000 people died", "5,000 people died")] // written otherwise
    [InlineData("Вложите 2 млн тенге", "Вложите 2 000 000 тенге")]
    [InlineData("500 people died and 40 houses fell", "500 people died")]
    [InlineData("7 cats", "500 people died")] // of something else
    [InlineData("no number", "500 people died")]
    public void A_number_that_says_the_same_or_of_something_else_is_not(string text, string claim) =>
        Assert.Empty(NumberClash.Between(text, claim));

    [Fact]
    public void A_trained_ranker_comes_back_from_its_file_with_the_same_answers()
    {
        var (index, examples) = Invented();
        var trained = RankerTrainer.Train(index, examples, new RankerTrainerOptions { Trees = 10, LeastInLeaf = 0.1f }, CancellationToken.None);
        using var file = new MemoryStream();
        trained.Save(file);
        file.Position = 0;
        var loaded = MatchRanker.Load(file);
        Assert.All(examples, e => Assert.Equal(
            new ClaimMatcher(index, trained).Ask(e.Text, 5).Select(m => (m.Document, m.Probability)),
            new ClaimMatcher(index, loaded).Ask(e.Text, 5).Select(m => (m.Document, m.Probability))));
    }

    [Fact]
    public void Training_raises_what_was_confirmed_above_what_was_not()
    {
        var (index, examples) = Invented();
        var trained = RankerTrainer.Train(index, examples, new RankerTrainerOptions { Trees = 30, LeastInLeaf = 0.1f }, CancellationToken.None);
        var matcher = new ClaimMatcher(index, trained);
        Assert.All(examples, e => Assert.Contains(matcher.Ask(e.Text, 1)[0].Document, e.Matches));
    }

    [Fact]
    public void Nothing_is_learnt_where_nothing_was_confirmed()
    {
        var (index, examples) = Invented();
        var none = examples.Select(e => e with { Matches = [] }).ToList();
        Assert.Throws<ArgumentException>(() => RankerTrainer.Train(index, none, new RankerTrainerOptions(), CancellationToken.None));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("""{"Format":1,"Features":3}""")]
    [InlineData("""{"Format":1,"Features":21,"Linear":{"Bias":0,"Weights":[1],"Means":[1],"Deviations":[1]}}""")]
    public void A_file_that_is_no_ranker_of_this_version_is_refused(string json)
    {
        using var file = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(json));
        Assert.Throws<InvalidDataException>(() => MatchRanker.Load(file));
    }

    [Fact]
    public void The_linear_part_finds_the_side_of_a_line()
    {
        float[] rows = [0, 0, 1, 0, 0, 1, 1, 1, 3, 2, 2, 3, 3, 3, 4, 2];
        float[] labels = [0, 0, 0, 0, 1, 1, 1, 1];
        var linear = LinearPart.Train(rows, labels, 2, penalty: 0.1, rounds: 20, CancellationToken.None);
        Assert.All(Enumerable.Range(0, labels.Length), i => Assert.Equal(labels[i] > 0, linear.Sum(rows.AsSpan(i * 2, 2)) > 0));
    }

    [Fact]
    public void Trees_find_a_corner_that_no_line_can()
    {
        var rows = new List<float>();
        var labels = new List<float>();
        for (var i = 0; i < 400; i++)
        {
            float x = i % 20, y = i / 20f;
            rows.AddRange([x, y]);
            labels.Add((x < 10) != (y < 10) ? 1 : 0); // exclusive or
        }

        var options = new RankerTrainerOptions { Trees = 60, Depth = 2, Step = 0.3f, LeastInLeaf = 1 };
        var trees = new TreeTrainer([.. rows], [.. labels], 2, options).Train(CancellationToken.None);
        var right = Enumerable.Range(0, labels.Count).Count(i => trees.Sum(new[] { rows[i * 2], rows[(i * 2) + 1] }) > 0 == labels[i] > 0);
        Assert.True(right > 360, $"{right} of 400");
    }

    [Fact]
    public void The_trailer_of_an_embedded_post_is_no_part_of_it()
    {
        var (with, without) = (Keys("Butterflies survive — Jane Doe (@jane) January 14, 2020"), Keys("Butterflies survive"));
        Assert.Equal(without, with);
        Assert.NotEqual(without, Keys("Butterflies survive — and nobody expected it"));
    }

    private static ulong[] Keys(string text)
    {
        var folded = new FoldedText();
        folded.Fold(text);
        var terms = new ClaimTerms();
        terms.Read(folded);
        return terms.Keys.ToArray();
    }

    private static string Stem(string word)
    {
        Span<char> stem = stackalloc char[LightStem.Longest];
        return stem[..LightStem.Of(word, stem)].ToString();
    }

    private static (ClaimIndex Index, List<RankerExample> Examples) Invented()
    {
        string[] things = ["bridge", "river", "school", "bakery", "goose", "tower", "garden", "museum"];
        string[] fates = ["closes tomorrow", "was sold abroad", "burns every night", "moves to another town"];
        var claims = things.SelectMany(t => fates.Select(f => $"The old {t} of Molbrook {f}")).ToList();
        var examples = claims.Select((c, i) => new RankerExample($"Urgent! They say that {c.ToLowerInvariant()}, tell everybody", [i])).ToList();
        return (ClaimIndex.Build([.. claims.Select(c => new ClaimDocument(c, null))]), examples);
    }
}
