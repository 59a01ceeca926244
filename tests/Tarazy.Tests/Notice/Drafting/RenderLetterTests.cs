using System.Globalization;
using Tarazy.Notice.Drafting;
using Tarazy.Policy.Law;
using Tarazy.Records.Cases;
using Tarazy.Records.Findings;
using Tarazy.Records.Notices;
using Tarazy.Records.Posts;
using Tarazy.TestKit;

namespace Tarazy.Tests.Notice.Drafting;

public class RenderLetterTests
{
    private static readonly Packs Packs = Packs.Load(Repository.Path("policies")).Packs;
    private static readonly ChannelId Channel = new("telegram:1591537674");
    private static readonly PostId Post = PostId.Of(Channel, 62, new byte[32]);

    [Fact]
    public void The_form_of_article_16_says_why_where_who_and_in_good_faith()
    {
        var made = RenderLetter.Notice(ANotice("eu/racism-1", "incitement", "telegram-dsa-form"), Packs.Find("eu")!, Facts("en"));

        Assert.Empty(made.Refusals);
        var letter = made.Value!.Letter;
        Assert.Equal(("form", "https://telegram.org/dsa-report", "en"), (letter.Route, letter.To, letter.Language));
        Assert.Equal("dsa-16-en-1", made.Value.StatementVersion);
        Assert.All(
            new[]
            {
                "https://t.me/steppe_news/62", "Message number: 62", "2026-11-12 10:00 UTC", new string('a', 64), "> Собирайся,\n> оплатим дорогу",
                "Framework Decision 2008/913/JHA", "The words call on readers to leave", "Steppe notice desk", "notices@desk.example",
                "bona fide belief", "dsa-16-en-1", "2027-11-12", "https://desk.example/appeal/abc", "https://desk.example/register/N-2026-0098",
            },
            part => Assert.Contains(part, letter.Body, StringComparison.Ordinal));
        Assert.DoesNotContain('{', letter.Body);
        Assert.Equal("Notice N-2026-0098 under Article 16 of the Digital Services Act: Incitement", letter.Subject);
    }

    [Theory]
    [InlineData("kz/platforms-6", "moderator", Measure.AskAuthor, "ru", "form", "https://t.me/steppe_news", "Модератору публичного сообщества steppe_news")]
    [InlineData("kz/platforms-6", "moderator", Measure.AskAuthor, "kk", "form", "https://t.me/steppe_news", "қоғамдық қауымдастығының модераторына")]
    [InlineData("kz/crim-170", "telegram-abuse", Measure.RemovePost, "en", "email", "abuse@telegram.org", "We ask you to remove the post below")]
    [InlineData("kz/crim-170", "telegram-abuse", Measure.RemovePost, "ru", "email", "abuse@telegram.org", "Просим удалить публикацию")]
    [InlineData("kz/crim-170", "telegram-abuse", Measure.GeoRestrictPost, "kk", "email", "abuse@telegram.org", "KZ аумағында ғана 2027-11-12")]
    [InlineData("kz/crim-170", "telegram-report", Measure.RestrictChannel, "en", "form", "Report, in the app, on the post", "One post is not enough, because: The channel repeats")]
    public void Each_addressee_gets_its_form_in_the_language_asked_for(string clause, string addressee, Measure measure, string language, string route, string to, string says)
    {
        var made = RenderLetter.Notice(ANotice(clause, "mercenary-recruitment", addressee, measure), Packs.Find("kz")!, Facts(language));
        Assert.Empty(made.Refusals);
        Assert.Equal((route, to), (made.Value!.Letter.Route, made.Value.Letter.To));
        Assert.Contains(says, made.Value.Letter.Body, StringComparison.Ordinal);
    }

    [Fact]
    public void A_request_to_the_platform_is_written_once_somebody_found_its_address()
    {
        var pack = Packs.Find("kz")!;
        var notice = ANotice("kz/platforms-9", "mercenary-recruitment", "telegram-legal-representative");
        Assert.Equal("addressee-missing", Assert.Single(RenderLetter.Notice(notice, pack, Facts("ru")).Refusals).Code);

        pack = pack with { Addressees = [.. pack.Addressees.Select(a => a.Id == "telegram-legal-representative" ? a with { Address = "legal@platform.example" } : a)] };
        foreach (var language in new[] { "kk", "ru", "en" })
        {
            var made = RenderLetter.Notice(notice, pack, Facts(language));
            Assert.Empty(made.Refusals);
            Assert.Contains("24", made.Value!.Letter.Body, StringComparison.Ordinal);
            Assert.Equal("kz-platform-request-1", made.Value.StatementVersion);
        }
    }

    [Theory]
    [InlineData("kk", "Біз қателестік")]
    [InlineData("ru", "Мы ошиблись")]
    [InlineData("en", "The desk was wrong. Please restore")]
    public void A_withdrawal_says_that_the_desk_was_wrong_and_asks_to_restore(string language, string says)
    {
        var made = RenderLetter.Withdrawal(ANotice("kz/crim-170", "mercenary-recruitment", "telegram-abuse"), Packs.Find("kz")!, Facts(language), "Quotation in order to warn is not a call.", new(2026, 11, 12, 16, 20, 0, TimeSpan.Zero));
        Assert.Empty(made.Refusals);
        Assert.Null(made.Value!.StatementVersion);
        Assert.Contains(says, made.Value.Letter.Body, StringComparison.Ordinal);
        Assert.Contains("2026-11-12 16:20 UTC", made.Value.Letter.Body, StringComparison.Ordinal);
        Assert.Contains("N-2026-0098", made.Value.Letter.Subject, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_letter_of_every_pack_names_the_desk_once()
    {
        var letters = Packs.All.SelectMany(p => p.Forms).SelectMany(f => f.Letters.Values).ToList();
        Assert.NotEmpty(letters);
        Assert.All(letters, l => Assert.Equal(["notifier_name", "notifier_email"], Notifiers(l.Body)));
    }

    [Fact]
    public void A_withdrawal_without_reasons_is_not_made() =>
        Assert.Equal("withdrawal_reasons", Assert.IsType<BlankPlace>(Assert.Single(
            RenderLetter.Withdrawal(ANotice("kz/crim-170", "mercenary-recruitment", "telegram-abuse"), Packs.Find("kz")!, Facts("en"), " ", DateTimeOffset.UnixEpoch).Refusals)).Place);

    [Theory]
    [InlineData(null, "handle-missing")]
    [InlineData("", "handle-missing")]
    [InlineData("https://t.me/c/1591537674/62", "private-link")]
    [InlineData("https://t.me/+AbCdEf", "private-link")]
    [InlineData("https://t.me/joinchat/AbCdEf", "private-link")]
    [InlineData("http://t.me/steppe_news/62", "address-malformed")]
    [InlineData("https://t.me.example/steppe_news/62", "address-malformed")]
    [InlineData("https://user@t.me/steppe_news/62", "address-malformed")]
    [InlineData("https://t.me/s/steppe_news/62", "address-malformed")]
    [InlineData("https://t.me/steppe_news", "address-malformed")]
    [InlineData("https://t.me/steppe_news/0", "address-malformed")]
    [InlineData("https://t.me/steppe_news/62?comment=5", "address-malformed")]
    [InlineData("https://t.me/steppe_news/62#x", "address-malformed")]
    [InlineData("t.me/steppe_news/62", "address-malformed")]
    [InlineData("https://t.me/steppe_news/63", "address-of-another")]
    [InlineData("https://t.me/other_news/62", "address-of-another")]
    [InlineData("https://t.me/steppe_news/62", null)]
    [InlineData("https://t.me/Steppe_News/62?single", null)]
    public void Only_the_public_address_of_the_very_post_is_written_down(string? url, string? code)
    {
        var notice = ANotice("kz/crim-170", "mercenary-recruitment", "telegram-abuse");
        notice = notice with { Posts = [notice.Posts[0] with { Url = url }] };
        var facts = Facts("en") with { Channel = new Channel(Channel, "Steppe", "steppe_news") };
        Assert.Equal(code is null ? [] : new[] { code }, RenderLetter.Notice(notice, Packs.Find("kz")!, facts).Refusals.Select(r => r.Code));
    }

    public static TheoryData<string, Func<NoticeDrafted, NoticeDrafted>> Blanks() => new()
    {
        { "ends_on", n => n with { Decision = n.Decision with { EndsOn = null } } },
        { "clause", n => n with { Decision = n.Decision with { Clause = new("kz", "no-such") } } },
        { "reasons", n => n with { Decision = n.Decision with { Reasons = " " } } },
        { "why_not_milder", n => n with { Decision = n.Decision with { Answers = null } } },
        { "harm", n => n with { Decision = n.Decision with { Harm = new("no-such") } } },
        { "notice_number", n => n with { Number = "" } },
        { "item_quote", n => n with { Posts = [n.Posts[0] with { Quote = " \n " }] } },
        { "item_hash", n => n with { Posts = [n.Posts[0] with { ContentHash = "" }] } },
    };

    [Theory]
    [MemberData(nameof(Blanks))]
    public void A_blank_place_blocks_the_letter_and_is_named(string place, Func<NoticeDrafted, NoticeDrafted> blank)
    {
        var made = RenderLetter.Notice(blank(ANotice("kz/crim-170", "mercenary-recruitment", "telegram-abuse")), Packs.Find("kz")!, Facts("en"));
        Assert.Contains(made.Refusals.OfType<BlankPlace>(), b => b.Place == place && b.Mend.Length > 0);
        Assert.Null(made.Value);
    }

    [Theory]
    [InlineData("", "notices@desk.example", "https://desk.example/a", "https://desk.example/r", "blank-place")]
    [InlineData("Aigerim", "", "https://desk.example/a", "https://desk.example/r", "blank-place")]
    [InlineData("Aigerim", "notices@desk.example", "", "https://desk.example/r", "link-malformed")]
    [InlineData("Aigerim", "notices@desk.example", "https://desk.example/a", "desk.example/r", "link-malformed")]
    [InlineData("Aigerim", "notices@desk.example", "javascript:alert(1)", "https://desk.example/r", "link-malformed")]
    public void What_the_desk_owes_about_itself_cannot_be_left_out(string name, string email, string appeal, string register, string code)
    {
        var facts = Facts("en") with { Notifier = new(name, email), AppealLink = appeal, RegisterLink = register };
        Assert.Equal(code, Assert.Single(RenderLetter.Notice(ANotice("kz/crim-170", "mercenary-recruitment", "telegram-abuse"), Packs.Find("kz")!, facts).Refusals).Code);
    }

    [Theory]
    [InlineData("kz/crim-170", "nobody", Measure.RemovePost, "en", "addressee-missing")]
    [InlineData("eu/racism-1", "telegram-abuse", Measure.RemovePost, "en", "pack-does-not-fit")]
    [InlineData("kz/crim-170", "moderator", Measure.AskAuthor, "en", "form-language-missing")]
    [InlineData("kz/crim-170", "moderator", Measure.RemovePost, "ru", "form-cannot-ask")]
    public void A_letter_nobody_could_take_is_not_made(string clause, string addressee, Measure measure, string language, string code) =>
        Assert.Equal(code, Assert.Single(RenderLetter.Notice(ANotice(clause, "mercenary-recruitment", addressee, measure), Packs.Find("kz")!, Facts(language)).Refusals).Code);

    [Fact]
    public void Words_of_a_post_cannot_fill_places_break_the_subject_or_turn_the_text_round()
    {
        var notice = ANotice("kz/crim-170", "mercenary-recruitment", "telegram-abuse");
        notice = notice with { Number = "N-1\r\nBcc: x", Posts = [notice.Posts[0] with { Quote = "{appeal_link} \u202Etxet\u0007 end" }] };
        var letter = RenderLetter.Notice(notice, Packs.Find("kz")!, Facts("en")).Value!.Letter;
        Assert.Contains("> {appeal_link} txet  end", letter.Body, StringComparison.Ordinal);
        Assert.DoesNotContain(letter.Subject, char.IsControl);
    }

    [Fact]
    public void A_letter_has_a_limit()
    {
        var notice = ANotice("kz/crim-170", "mercenary-recruitment", "telegram-abuse");
        notice = notice with { Posts = [notice.Posts[0] with { Quote = new string('x', RenderLetter.MostCharacters) }] };
        Assert.Equal("letter-too-long", Assert.Single(RenderLetter.Notice(notice, Packs.Find("kz")!, Facts("en")).Refusals).Code);
        Assert.Equal("no-posts", Assert.Single(RenderLetter.Notice(notice with { Posts = [] }, Packs.Find("kz")!, Facts("en")).Refusals).Code);
    }

    [Fact]
    public void The_same_notice_gives_the_same_letter_in_any_culture()
    {
        var notice = ANotice("kz/crim-170", "mercenary-recruitment", "telegram-abuse");
        var first = RenderLetter.Notice(notice, Packs.Find("kz")!, Facts("kk")).Value;
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("ar-SA");
        try
        {
            Assert.Equal(first, RenderLetter.Notice(notice, Packs.Find("kz")!, Facts("kk")).Value);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static List<string> Notifiers(string body)
    {
        Assert.True(Template.TryPlacesOf(body, out var places));
        return [.. places.Where(p => p.StartsWith("notifier_", StringComparison.Ordinal))];
    }

    private static DraftFacts Facts(string language) => new(
        new Channel(Channel, "Дала жаңалықтары"),
        new Notifier("Steppe notice desk", "notices@desk.example"),
        "https://desk.example/appeal/abc",
        "https://desk.example/register/N-2026-0098",
        language);

    private static NoticeDrafted ANotice(string clause, string harm, string addressee, Measure measure = Measure.RemovePost)
    {
        var answers = new ProportionalityAnswers("The clause is public and foreseeable.", LegitimateAim.PublicOrder, "Safety of young readers in small towns.", "The post gives a contact and a date of departure.", "A label leaves the contact in view.", [], null, Harmful: true);
        var decision = new Decision(measure, new HarmId(harm), "The words call on readers to leave for fighting.", ClauseRef.Parse(clause), answers, null, new DateOnly(2027, 11, 12), null, "KZ", addressee, "The channel repeats the call every week under new names.");
        var post = new NoticedPost(Post, "https://t.me/steppe_news/62", new(2026, 11, 12, 10, 0, 0, TimeSpan.Zero), new string('a', 64), "ru", "Собирайся,\r\nоплатим дорогу");
        return new NoticeDrafted(new NoticeId("n1"), "N-2026-0098", new CaseId("c1"), new("R-01"), new("R-02"), decision, Channel, [post], post.PostedAt, post.PostedAt.AddDays(7));
    }
}
