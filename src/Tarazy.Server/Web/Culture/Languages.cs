using System.Globalization;

namespace Tarazy.Server.Web.Culture;

/// <summary>The languages the pages are written in. The first is what a stranger gets who asks for none of them.</summary>
internal static class Languages
{
    public const string Cookie = "tarazy.lang";

    public const string Query = "lang";

    public static readonly CultureInfo[] All = [new("en"), new("kk"), new("ru")];

    public static readonly (string Code, string Short, string Name)[] Shown =
        [("kk", "ҚАЗ", "Қазақша"), ("ru", "РУС", "Русский"), ("en", "ENG", "English")];

    public static bool Has(string? code) => code is not null && All.Any(c => c.Name == code);

    /// <summary>A language by its own name, for a filter or a label; the code itself when it is not known here.</summary>
    public static string NameOf(string code) => code switch
    {
        "kk" => "Қазақша",
        "ru" => "Русский",
        "en" => "English",
        "uz" => "Oʻzbekcha",
        "ky" => "Кыргызча",
        "tg" => "Тоҷикӣ",
        "uk" => "Українська",
        "be" => "Беларуская",
        "tr" => "Türkçe",
        "tt" => "Татарча",
        "ba" => "Башҡортса",
        "az" => "Azərbaycanca",
        "mn" => "Монгол",
        "tk" => "Türkmençe",
        _ => code,
    };
}
