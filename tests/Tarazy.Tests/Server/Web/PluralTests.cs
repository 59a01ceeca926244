using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging.Abstractions;
using Tarazy.Server.Web.Culture;

namespace Tarazy.Tests.Server.Web;

public sealed class PluralTests
{
    [Theory]
    [InlineData(1, "one")]
    [InlineData(2, "few")]
    [InlineData(4, "few")]
    [InlineData(5, "many")]
    [InlineData(11, "many")]
    [InlineData(12, "many")]
    [InlineData(21, "one")]
    [InlineData(101, "one")]
    [InlineData(111, "many")]
    [InlineData(0, "many")]
    public void Russian_numbers_take_the_form_that_Russian_asks_for(long count, string form) => Assert.Equal(form, Plural.Of("ru", count));

    [Theory]
    [InlineData("en", 1, "1 subscriber")]
    [InlineData("en", 2, "2 subscribers")]
    [InlineData("kk", 1, "1 жазылушы")]
    [InlineData("kk", 5, "5 жазылушы")]
    [InlineData("ru", 1, "1 подписчик")]
    [InlineData("ru", 3, "3 подписчика")]
    [InlineData("ru", 18, "18 подписчиков")]
    public void A_counted_sentence_is_in_the_readers_language(string language, long count, string expected)
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = new CultureInfo(language);
        try
        {
            Assert.Equal(expected, Texts().Count("subscribers", count));
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    private static IStringLocalizer<Tarazy.Server.Web.Texts> Texts() => new ServiceCollection()
        .AddSingleton<Microsoft.Extensions.Logging.ILoggerFactory>(NullLoggerFactory.Instance)
        .AddLocalization()
        .BuildServiceProvider()
        .GetRequiredService<IStringLocalizer<Tarazy.Server.Web.Texts>>();
}
