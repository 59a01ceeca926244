using Tarazy.Analysis.Text;

namespace Tarazy.Tests.Analysis.Text;

public class FoldAllocationTests
{
    [Fact]
    public void A_warm_text_is_folded_without_allocating()
    {
        string[] posts = ["Обычный пост о погоде в Алматы, https://t.me/a/1", "к о н т р а к т и кон\u200Bтрaкт @handle", "Қазақстан 🔥 ﬁ и\u0306"];
        var utf8 = System.Text.Encoding.UTF8.GetBytes(posts[0]);
        var text = new FoldedText();
        long Round()
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < 200; i++)
            {
                text.Fold(posts[i % posts.Length]);
                text.Fold(utf8);
            }

            return GC.GetAllocatedBytesForCurrentThread() - before;
        }

        Round();
        Assert.Equal(0, Round());
    }
}
