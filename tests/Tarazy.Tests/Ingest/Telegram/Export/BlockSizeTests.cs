using CsCheck;
using Tarazy.Ingest.Telegram.Export;

namespace Tarazy.Tests.Ingest.Telegram.Export;

public class BlockSizeTests
{
    [Fact]
    public void Blocks_grow_from_an_eighth_and_shrink_to_it_again_towards_the_end()
    {
        Assert.Equal([1000, 2000, 4000, 8000, 8000, 8000, 8000, 7000, 4666, 3111, 2074, 1383, 1000, 1000, 766], Sizes(8000, posts: 60_000, isLengthKnown: true));
        Assert.Equal([1000, 2000, 4000, 8000, 8000, 8000, 8000, 8000, 8000, 5000], Sizes(8000, posts: 60_000, isLengthKnown: false));
    }

    [Fact]
    public void What_stands_between_the_posts_does_not_count_as_posts()
    {
        var sizes = new BlockSizes(8000);
        sizes.Read(100);
        sizes.Taken(left: 1_000_000_000);
        Assert.Equal(2000, sizes.Next);
    }

    [Fact]
    public void Every_block_has_a_post_and_none_more_than_the_most() =>
        Gen.Select(Gen.Int[1, 50], Gen.Int[1, 2000], Gen.Bool).Sample((most, posts, known) =>
        {
            var sizes = Sizes(most, posts, known);
            return sizes.Sum() == posts && sizes.All(size => size >= 1 && size <= most);
        });

    private static List<int> Sizes(int most, int posts, bool isLengthKnown)
    {
        const int Bytes = 100;
        var sizes = new BlockSizes(most);
        var blocks = new List<int>();
        while (posts > 0)
        {
            var block = Math.Min(posts, sizes.Next);
            for (var i = 0; i < block; i++)
            {
                sizes.Read(Bytes);
            }

            posts -= block;
            blocks.Add(block);
            sizes.Taken(isLengthKnown ? (long)posts * Bytes : null);
        }

        return blocks;
    }
}
