using Tarazy.Analysis.Engine;
using Tarazy.Analysis.Similarity;
using Tarazy.Analysis.Text;
using Tarazy.Records.Findings;
using Tarazy.Tests.Detect;

namespace Tarazy.Tests.Analysis.Engine;

public class PostEngineTests
{
    private const string News = "Бүгін қалада жаңа мектеп ашылды, оған барлық көршілер келді, мұғалімдер қуанып қарсы алды";

    [Fact]
    public void One_look_gives_language_findings_and_a_mark()
    {
        var engine = new PostEngine(TestEngine.Data);
        var reading = engine.Look(TestPosts.Recruitment);
        Assert.Contains(reading.Hits, h => h.Rule.Name == "mercenary-recruitment");
        Assert.Equal(StoryMark.MostBytes, engine.Mark.Length);
        Assert.Equal("kk", engine.Look(News).Language);
        Assert.Empty(engine.Look(News).Hits);
    }

    [Fact]
    public void Looking_at_other_posts_between_changes_nothing()
    {
        var used = new PostEngine(TestEngine.Data);
        foreach (var text in new[] { News, "", TestPosts.Recruitment, new string('а', 100_000), TestPosts.Rumour })
        {
            used.Look(text);
        }

        var fresh = new PostEngine(TestEngine.Data);
        var (one, other) = (used.Look(TestPosts.Recruitment), fresh.Look(TestPosts.Recruitment));
        Assert.Equal(one.Language, other.Language);
        Assert.Equal(one.Hits.Select(h => (h.Rule.Name, h.Strength)), other.Hits.Select(h => (h.Rule.Name, h.Strength)));
        Assert.True(used.Mark.SequenceEqual(fresh.Mark));
    }

    [Fact]
    public void A_finding_has_the_same_id_whenever_and_wherever_it_is_made()
    {
        var post = TestPosts.Post(TestPosts.Recruitment);
        var one = new PostEngine(TestEngine.Data).Look(post.Text).Findings(post, StoryId.From("a"), TestPosts.Start);
        var other = new PostEngine(TestEngine.Data).Look(post.Text).Findings(post, StoryId.From("b"), TestPosts.Start.AddYears(1));
        Assert.NotEmpty(one);
        Assert.Equal(one.Select(f => f.Id), other.Select(f => f.Id));
    }

    [Fact]
    public void Evidence_lies_inside_the_post_even_where_letters_are_disguised()
    {
        const string Text = "🔥🔥 К0нтр@кт, фр​онт, 2 000 000 теңге, жазыңыз @sarbaz_work";
        var post = TestPosts.Post(Text);
        var findings = new PostEngine(TestEngine.Data).Look(Text).Findings(post, StoryId.From("a"), TestPosts.Start);
        var evidence = findings.SelectMany(f => f.Evidence).ToList();
        Assert.Contains(evidence, e => Text.Substring(e.Start, e.Length) == "К0нтр@кт" && e.Restored == "контракт");
        Assert.All(evidence, e => Assert.InRange(e.Start + e.Length, 1, Text.Length));
    }

    [Fact]
    public void A_post_in_Latin_letters_is_read_back_and_its_evidence_says_so()
    {
        const string Text = "Kontrakt, front, 2 000 000 tenge, srochno nuzhny muzhchiny, pishite @sarbaz_work";
        var reading = new PostEngine(TestEngine.Data).Look(Text);
        var hit = Assert.Single(reading.Hits, h => h.Rule.Name == "mercenary-recruitment");
        Assert.Contains(hit.Evidence, e => Text.Substring(e.Start, e.Length) == "Kontrakt" && e.Restored == "контракт");
        Assert.All(hit.Evidence, e => Assert.InRange(e.Start + e.Length, 1, Text.Length));
    }

    [Theory]
    [InlineData("The contract at the front was signed for two million, write to the editor about it @newsdesk")]
    [InlineData("Bugun Toshkentda yangi maktab ochildi, o'qituvchilar va bolalar xursand bo'lishdi")]
    public void English_and_Uzbek_posts_are_read_as_they_stand(string text) =>
        Assert.DoesNotContain(new PostEngine(TestEngine.Data).Look(text).Hits.SelectMany(hit => hit.Evidence), evidence => evidence.Restored is not null);

    [Fact]
    public void A_post_without_a_finding_costs_no_memory()
    {
        var engine = new PostEngine(TestEngine.Data);
        for (var i = 0; i < 50; i++)
        {
            engine.Look(News);
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
        {
            engine.Look(News);
        }

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Theory]
    [InlineData(0, StrengthBand.Low)]
    [InlineData(0.5, StrengthBand.Low)] // a whole frame halved by a sign of news
    [InlineData(0.6, StrengthBand.Medium)]
    [InlineData(0.75, StrengthBand.Medium)] // three slots of four
    [InlineData(1, StrengthBand.High)]
    public void A_strength_is_one_of_three_words(double strength, StrengthBand band) => Assert.Equal(band, StrengthBands.Of(strength));

    [Fact]
    public void An_engine_without_its_rules_refuses_to_look()
    {
        var empty = Directory.CreateTempSubdirectory("tarazy-engine-");
        Assert.Contains(EngineData.RuleFolder, Assert.Throws<InvalidDataException>(() => EngineData.Load(empty.FullName)).Message, StringComparison.Ordinal);
        Assert.Throws<InvalidDataException>(() => EngineData.Find(empty.FullName));
        empty.Delete();
    }

    [Fact]
    public void An_index_built_from_marks_places_posts_as_the_one_that_saw_the_texts()
    {
        string[] texts = [TestPosts.Rumour, News, "Привет", "", TestPosts.Rumour + " 1", "привет", News + " және жаңалық жылдам тарады", TestPosts.Rumour];
        var text = new FoldedText();
        var seen = new StoryIndex();
        var built = new StoryIndex();
        Span<byte> mark = stackalloc byte[StoryMark.MostBytes];
        for (var i = 0; i < texts.Length; i++)
        {
            text.Fold(texts[i]);
            var bytes = mark[..StoryMark.Of(text, mark)];
            var place = seen.Place(i + 1, text);
            Assert.Equal(place, i % 2 == 0 ? built.Place(i + 1, bytes) : Replay(built, place, i + 1, bytes));
        }

        Assert.Equal(seen.Count, built.Count);
    }

    private static StoryPlace Replay(StoryIndex index, StoryPlace place, long post, ReadOnlySpan<byte> mark)
    {
        index.Join(post, place.Story, mark);
        return place;
    }
}
