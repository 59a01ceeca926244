using System.Reflection;
using Microsoft.Extensions.Time.Testing;
using Tarazy.Policy.Ages.Proofs;

namespace Tarazy.Tests.Policy.Ages.Proofs;

/// <summary>A number is good once, for minutes, and what is kept of it leads nowhere.</summary>
public class NonceBookTests
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero));

    [Theory]
    [InlineData(0, true)]
    [InlineData(299, true)]
    [InlineData(300, true)]
    [InlineData(301, false)]
    public void A_number_lives_for_five_minutes(int seconds, bool good)
    {
        var book = Book();
        var nonce = book.GiveOut();
        _clock.Advance(TimeSpan.FromSeconds(seconds));
        Assert.Equal(good, book.TakeBack(nonce));
        Assert.False(book.TakeBack(nonce));
    }

    [Fact]
    public void Of_many_who_bring_one_number_at_once_one_is_served()
    {
        var book = Book();
        for (var round = 0; round < 200; round++)
        {
            var nonce = book.GiveOut();
            var served = 0;
            Parallel.For(0, 8, _ =>
            {
                if (book.TakeBack(nonce))
                {
                    Interlocked.Increment(ref served);
                }
            });
            Assert.Equal(1, served);
        }
    }

    [Fact]
    public void A_number_that_was_never_given_out_is_refused() => Assert.False(Book().TakeBack(new string('0', 64)));

    [Fact]
    public void Two_numbers_are_never_the_same() => Assert.Equal(1000, Enumerable.Repeat(Book(), 1000).Select(book => book.GiveOut()).Distinct().Count());

    [Fact]
    public void The_book_holds_hashes_and_forgets_what_is_over()
    {
        var book = Book();
        var nonce = book.GiveOut();
        var kept = (System.Collections.IDictionary)typeof(NonceBook).GetField("_open", BindingFlags.Instance | BindingFlags.NonPublic)!.GetValue(book)!;
        Assert.Single(kept.Keys);
        Assert.All(kept.Keys.Cast<string>(), key => Assert.NotEqual(nonce, key));
        _clock.Advance(TimeSpan.FromMinutes(6));
        book.GiveOut();
        Assert.Single(kept.Keys);
    }

    private NonceBook Book() => new(new AgeProofOptions().RequestLife, _clock);
}
