using Tarazy.Analysis.Rules.Slots;
using Tarazy.Analysis.Text;

namespace Tarazy.Tests.Analysis.Rules;

public class SlotTests
{
    [Theory]
    [InlineData("зарплата 250 000 тг", "250 000 тг")]
    [InlineData("2 000 000 теңге бірден", "2 000 000 теңге")]
    [InlineData("от 210к в месяц", "210к")]
    [InlineData("выплата 1,9 млн р.", "1,9 млн р")]
    [InlineData("300$ в неделю", "300$")]
    [InlineData("всего $ 50 сегодня", "$ 50")]
    [InlineData("оплата 4000 - 5000 рублей", "5000 рублей")]
    [InlineData("каждому 2ООО р", "2ооо р")]
    [InlineData("50 мың теңге салыңыз", "50 мың теңге")]
    [InlineData("oyiga 2 mln so‘m", "2 mln so'm")]
    [InlineData("5000 сом төлөңүз", "5000 сом")]
    [InlineData("20 000 грн одразу", "20 000 грн")]
    [InlineData("67 тысяч в неделю", "67 тысяч в неделю")]
    [InlineData("удалим за 300 000, пишите", "300 000")]
    [InlineData("150 000₸ каспи", "150 000₸")]
    public void A_sum_is_found(string post, string sum) => Assert.Equal(sum, First(new MoneySlot(), post));

    [Theory]
    [InlineData("в 2024 году")]
    [InlineData("5 тыс. раз в день")]
    [InlineData("тел. 8 700 000 00 11")]
    [InlineData("за 300 000 жителей")]
    [InlineData("видео в 4к")]
    [InlineData("общая сумма неизвестна, 12 человек")]
    [InlineData("15.03.2024 в 18:00")]
    public void What_is_no_sum_is_left_alone(string post) => Assert.Null(First(new MoneySlot(), post));

    [Theory]
    [InlineData("Тел. +7 700 000 00 04!", "+7 700 000 00 04")]
    [InlineData("звоните 8(700)000-00-05", "8(700)000-00-05")]
    [InlineData("+998 90 000 00 07", "+998 90 000 00 07")]
    [InlineData("067 000 00 37", "067 000 00 37")]
    public void A_phone_number_is_found(string post, string phone) => Assert.Equal(phone, First(new PhoneSlot(), post));

    [Theory]
    [InlineData("80 000 000 000 тенге")]
    [InlineData("12.12.2024, 14:00")]
    [InlineData("заказ 1234567")]
    public void A_number_that_is_not_dialled_is_left_alone(string post) => Assert.Null(First(new PhoneSlot(), post));

    [Theory]
    [InlineData("пиши @invented_name", "@invented_name")]
    [InlineData("жми t.me/invented_name", "t.me/invented_name")]
    [InlineData("https://t.me/+AbCdEf123", "t.me/+abcdef123")]
    public void A_name_to_write_to_is_found(string post, string handle) => Assert.Equal(handle, First(new HandleSlot(), post));

    [Theory]
    [InlineData("press@invented.kz")]
    [InlineData("https://t.me/invented_channel/1234")]
    [InlineData("@ab")]
    public void A_mail_address_or_a_post_is_nobody_to_write_to(string post) => Assert.Null(First(new HandleSlot(), post));

    [Theory]
    [InlineData("см. https://invented.example/x, там", "https://invented.example/x,")]
    [InlineData("bit.ly/abc", "bit.ly/abc")]
    public void A_link_is_found(string post, string link) => Assert.Equal(link, First(new LinkSlot(), post));

    [Theory]
    [InlineData("доход 20% в день", "20%")]
    [InlineData("күніне 8 пайыз", "8 пайыз")]
    [InlineData("7-10 процентов", "7-10 процентов")]
    public void A_share_is_found(string post, string percent) => Assert.Equal(percent, First(new PercentSlot(), post));

    [Theory]
    [InlineData("в течение 24 часов", "течение 24 часов")]
    [InlineData("24 сағат ішінде төле", "24 сағат ішінде")]
    [InlineData("жду до 18:00", "до 18:00")]
    [InlineData("у тебя за 3 дня", "за 3 дня")]
    [InlineData("18:00-ге дейін", "18:00-ге дейін")]
    public void A_limit_of_time_is_found(string post, string deadline) => Assert.Equal(deadline, First(new DeadlineSlot(), post));

    [Theory]
    [InlineData("1-2 часа в день")]
    [InlineData("ему 18 лет")]
    [InlineData("в 18:00 начнётся")]
    public void A_length_of_work_an_age_or_an_hour_is_no_limit(string post) => Assert.Null(First(new DeadlineSlot(), post));

    [Fact]
    public void Every_signal_of_the_catalogue_has_a_name_of_its_own() =>
        Assert.Equal(SlotCatalogue.All.Count, SlotCatalogue.All.Select(slot => slot.Name).Distinct().Count());

    private static string? First(ISlot slot, string post)
    {
        var text = new FoldedText();
        text.Fold(post);
        Span<SlotSpan> found = new SlotSpan[8];
        return slot.Find(text, found) is 0 ? null : text.Chars.Slice(found[0].Start, found[0].Length).ToString();
    }
}
