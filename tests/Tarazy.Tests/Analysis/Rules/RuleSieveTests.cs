using System.Text;
using CsCheck;
using Tarazy.Analysis.Rules;
using Tarazy.Analysis.Rules.Sieve;
using Tarazy.Analysis.Text;

namespace Tarazy.Tests.Analysis.Rules;

public class RuleSieveTests
{
    [Fact]
    public void A_token_is_read_back_as_it_was_written() => Gen.Int[0, TokenUnits.MostWords - 1].Sample(
        word =>
        {
            Span<ushort> units = stackalloc ushort[2];
            var length = TokenUnits.Write(word, units);
            var at = 0;
            return TokenUnits.Read(units[..length], ref at) == word && at == length;
        },
        iter: 2_000);

    [Fact]
    public void The_sieve_never_holds_back_what_the_book_finds()
    {
        var (found, held) = (0, 0);
        Gen.Select(FindGen.Expression, FindGen.Post.Array[1, 6], Gen.Int[0, 3]).Sample(
            (expression, posts, listed) =>
            {
                Assert.True(RuleText.TryParse(expression, out var query, out _));
                var book = query.Book();
                var words = new WordList(listed);
                var units = posts.Select(words.Encode).ToArray();
                var sieve = new RuleSieve(book, words);
                for (var i = 0; i < posts.Length; i++)
                {
                    var hits = Lexicons.Look(book, posts[i], "ru").Count;
                    var may = sieve.MayFind(units[i], new PostPlace("ru"));
                    Interlocked.Add(ref found, hits);
                    Interlocked.Add(ref held, may ? 0 : 1);
                    if (hits > 0 && !may)
                    {
                        return false;
                    }
                }

                return true;
            },
            iter: 1_500,
            threads: 2);
        Assert.True(found > 100 && held > 100, $"{found} found, {held} held back");
    }

    [Fact]
    public void The_sieve_of_all_rules_holds_back_nearly_every_harmless_post()
    {
        var words = new WordList(0);
        var posts = Lexicons.Shipped.Book.Rules.SelectMany(rule => rule.Examples).ToArray();
        var units = posts.Select(post => words.Encode(post.Text)).ToArray();
        var sieve = new RuleSieve(Lexicons.Shipped.Book, words);
        for (var i = 0; i < posts.Length; i++)
        {
            Assert.True(sieve.MayFind(units[i], new PostPlace(posts[i].Language)) || Lexicons.Look(Lexicons.Shipped.Book, posts[i].Text, posts[i].Language).Count == 0, posts[i].Text);
        }

        Assert.False(sieve.MayFind(words.Encode("Сегодня в городе солнечно, кеше жаңбыр жауды"), new PostPlace("ru")));
    }

    /// <summary>A vocabulary that lists only some of its words, as a full one does.</summary>
    private sealed class WordList(int every) : ITokenWords
    {
        private readonly List<string> _words = [];
        private readonly FoldedText _text = new();

        public int Count => _words.Count;

        public ReadOnlySpan<char> Word(int number) => _words[number];

        public ushort[] Encode(string post)
        {
            _text.Fold(post);
            var units = new ushort[_text.Tokens.Length * 2];
            var length = 0;
            for (var i = 0; i < _text.Tokens.Length; i++)
            {
                length += Write(i, units.AsSpan(length));
            }

            return units[..length];
        }

        private int Write(int token, Span<ushort> to)
        {
            var word = _text.Chars.Slice(_text.Tokens[token].Start, _text.Tokens[token].Length).ToString();
            var known = _words.IndexOf(word);
            if (known < 0 && _text.Kinds[token] == TokenKind.Word && Encoding.UTF8.GetByteCount(word) % 4 >= every)
            {
                known = _words.Count;
                _words.Add(word);
            }

            return known >= 0
                ? TokenUnits.Write(known, to)
                : TokenUnits.WriteUnlisted(_text.Hashes[token], _text.PrefixStarts[token] < _text.PrefixStarts[token + 1] ? _text.Prefixes[_text.PrefixStarts[token]] : _text.Hashes[token], to);
        }
    }
}
