using System.Runtime.InteropServices;
using CsCheck;
using Tarazy.Analysis.Similarity;
using Tarazy.Analysis.Text;

namespace Tarazy.Tests.Analysis.Similarity;

public class StoryIndexTests
{
    [Fact]
    public void An_edited_copy_joins_the_story_and_another_text_begins_its_own()
    {
        var index = new StoryIndex();
        const string Text = "Сегодня утром в центре города открыли новый мост через реку и сразу пустили по нему автобусы и машины";
        Assert.Equal(new StoryPlace(7, First: true, 0, 7), Place(index, 7, Text));
        var copy = Place(index, 8, Text + " обновлено");
        Assert.Equal((7L, false, 7L), (copy.Story, copy.First, copy.Nearest));
        Assert.True(Place(index, 9, "Курс тенге к доллару вырос на торгах до отметки пятьсот двадцать").First);
    }

    [Fact]
    public void Short_posts_are_one_story_only_when_their_words_are_the_same()
    {
        var index = new StoryIndex();
        Assert.True(Place(index, 1, "Доброе утро").First);
        Assert.Equal(new StoryPlace(1, First: false, 1, 1), Place(index, 2, "доброе  УТРО!"));
        Assert.True(Place(index, 3, "утро доброе").First);
        Assert.True(Place(index, 4, "🔥").First);
        Assert.True(Place(index, 5, "🔥").First); // no words, no story
    }

    [Fact]
    public void A_text_spread_a_thousand_times_takes_the_room_of_one()
    {
        var index = new StoryIndex();
        for (var i = 0; i < 1000; i++)
        {
            Assert.Equal(0, Place(index, i, "один и тот же призыв выйти на площадь сегодня вечером в семь часов").Story);
        }

        Assert.Equal(1, index.Count);
    }

    [Fact]
    public void Growing_forgets_nothing()
    {
        var index = new StoryIndex(new StoryOptions { Room = 16 });
        for (var i = 0; i < 2000; i++)
        {
            Place(index, i, Words(i, 30));
        }

        for (var i = 0; i < 2000; i++)
        {
            Assert.Equal(i, Place(index, 10_000 + i, Words(i, 30)).Story);
        }
    }

    [Fact]
    public void A_table_filled_at_once_is_the_table_filled_one_by_one() => Gen.Byte[0, 1].Array[64].Array[1, 60].Sample(texts =>
    {
        var signatures = Array.ConvertAll(texts, text => MemoryMarshal.Read<Signature>(text));
        var (atOnce, oneByOne) = (new BandTable(60), new BandTable(60));
        atOnce.AddAll(signatures);
        for (var i = 0; i < signatures.Length; i++)
        {
            oneByOne.Add(oneByOne.PlacesOf(signatures[i]), i);
        }

        foreach (var signature in signatures)
        {
            var (found, same) = (new int[200], new int[200]);
            Assert.Equal(oneByOne.Candidates(oneByOne.PlacesOf(signature), same), atOnce.Candidates(atOnce.PlacesOf(signature), found));
            Assert.Equal(same, found);
        }
    });

    [Fact]
    public void Places_that_are_sent_for_are_those_that_are_looked_at() => Gen.Byte.Array[64].Array[1, 60].Sample(texts =>
    {
        var table = new BandTable(60);
        foreach (var text in texts)
        {
            var signature = MemoryMarshal.Read<Signature>(text);
            var (sent, looked) = (table.SendFor(signature), table.PlacesOf(signature));
            Assert.True(((ReadOnlySpan<int>)sent.Buckets).SequenceEqual(looked.Buckets));
            Assert.True(((ReadOnlySpan<ushort>)sent.Tags).SequenceEqual(looked.Tags));
        }
    });

    [Fact]
    public void Posts_that_were_asked_for_ahead_land_where_others_do() => Gen.Byte[0, 2].Array[64].Array[1, 120].Sample(marks =>
    {
        // Room for few, so that the index grows between asking and placing.
        var (ahead, plain) = (new StoryIndex(new StoryOptions { Room = 16 }), new StoryIndex(new StoryOptions { Room = 16 }));
        for (var from = 0; from < marks.Length; from += StoryAhead.Together)
        {
            var window = marks[from..Math.Min(marks.Length, from + StoryAhead.Together)];
            var asked = Array.ConvertAll(window, mark => ahead.Ahead(mark));
            for (var i = 0; i < window.Length; i++)
            {
                Assert.Equal(plain.Place(from + i, window[i]), ahead.Place(from + i, window[i], asked[i]));
            }
        }
    });

    [Fact]
    public void All_roads_make_the_same_signature() => Gen.ULong.Array[3, 300].Sample(hashes =>
    {
        var plain = Bytes(MinHash.OfPlain(hashes));
        Assert.Equal(plain, Bytes(MinHash.Of256(hashes)));
        Assert.Equal(plain, Bytes(MinHash.Of512(hashes)));
    });

    private static byte[] Bytes(Signature signature) => ((ReadOnlySpan<byte>)signature).ToArray();

    [Fact]
    public void All_roads_count_the_same_bytes() => Gen.Select(Gen.Byte[0, 3].Array[64], Gen.Byte[0, 3].Array[64]).Sample((a, b) =>
        Signature.SamePlain(a, b) == Signature.Same256(a, b) && Signature.SamePlain(a, b) == Signature.Same512(a, b));

    [Fact]
    public void All_roads_find_the_same_tags_of_a_bucket() => Gen.Select(Gen.UShort[0, 5].Array[32], Gen.UShort[1, 5]).Sample((units, tag) =>
        Bucket.MatchesPlain(units, tag) == Bucket.Matches256(units, tag));

    [Fact]
    public void Of_edited_copies_with_a_likeness_of_seven_tenths_ninety_nine_in_a_hundred_are_found()
    {
        var index = new StoryIndex();
        index.Reserve(8000);
        int found = 0, alike = 0;
        for (var i = 0; i < 4000; i++)
        {
            var original = Words(i, 20 + (i % 100)).Split(' ');
            Place(index, 2 * i, string.Join(' ', original));
            var edited = original.ToArray();
            for (var e = 0; e < 1 + (i % 4); e++)
            {
                edited[(i * 31 + e * 17) % edited.Length] = $"правка{i}у{e}";
            }

            var place = Place(index, (2 * i) + 1, string.Join(' ', edited));
            if (Jaccard(original, edited) >= 0.7)
            {
                alike++;
                found += place.Story == 2 * i ? 1 : 0;
            }
        }

        Assert.True(alike > 2000);
        Assert.True(found >= alike * 0.99, $"{found} of {alike}");
    }

    [Fact]
    public void A_full_index_needs_at_most_250_bytes_a_post()
    {
        var index = new StoryIndex(new StoryOptions { Room = 100_000 });
        Assert.InRange(index.Bytes / 100_000.0, 200, 250);
    }

    [Fact]
    public void A_reserved_index_places_posts_without_allocating()
    {
        var index = new StoryIndex();
        index.Reserve(2000);
        var texts = Enumerable.Range(0, 1000).Select(i => Folded(i % 5 == 0 ? $"короткий {i}" : Words(i % 300, 20))).ToArray();
        long Round(int from)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < 500; i++)
            {
                index.Place(from + i, texts[from + i]);
            }

            return GC.GetAllocatedBytesForCurrentThread() - before;
        }

        Round(0);
        Assert.Equal(0, Round(500));
    }

    private static string Words(int seed, int count) => string.Join(' ', Enumerable.Range(0, count).Select(i => $"слово{(((seed * 7919L) + (i * 104_729L * (seed + 1))) % 50_021)}"));

    private static double Jaccard(string[] a, string[] b)
    {
        static HashSet<string> Of(string[] words) => [.. Enumerable.Range(0, words.Length - 2).Select(i => $"{words[i]} {words[i + 1]} {words[i + 2]}")];
        var (first, second) = (Of(a), Of(b));
        var common = first.Count(second.Contains);
        return common / (double)(first.Count + second.Count - common);
    }

    private static StoryPlace Place(StoryIndex index, long post, string text) => index.Place(post, Folded(text));

    private static FoldedText Folded(string text)
    {
        var folded = new FoldedText();
        folded.Fold(text);
        return folded;
    }
}
