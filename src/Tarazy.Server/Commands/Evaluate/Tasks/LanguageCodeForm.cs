using Tarazy.Analysis.Text;

namespace Tarazy.Server.Commands.Evaluate.Tasks;

/// <summary>
/// How a data set spells languages: <c>kk</c> (ISO 639-1, the model's own), <c>kaz_Cyrl</c> (FLORES) or <c>kaz</c> and
/// <c>uzn_cyrl</c> (the Universal Declaration's package, which names the script where it has two).
/// </summary>
internal static class LanguageCodeForm
{
    private static readonly Dictionary<string, string> Flores = Table(
        """
        alt alt_Cyrl, ar arb_Arab, az azj_Latn, ba bak_Cyrl, be bel_Cyrl, bg bul_Cyrl, crh crh_Latn, cv chv_Cyrl, de deu_Latn,
        en eng_Latn, es spa_Latn, et est_Latn, fa pes_Arab, fr fra_Latn, he heb_Hebr, hi hin_Deva, hy hye_Armn, id ind_Latn,
        ja jpn_Jpan, ka kat_Geor, kaa kaa_Cyrl, kk kaz_Cyrl, ko kor_Hang, ky kir_Cyrl, lt lit_Latn, lv lvs_Latn, mk mkd_Cyrl,
        mn khk_Cyrl, pl pol_Latn, ro ron_Latn, ru rus_Cyrl, sah sah_Cyrl, sr srp_Cyrl, tg tgk_Cyrl, tk tuk_Latn, tr tur_Latn,
        tt tat_Cyrl, tyv tyv_Cyrl, ug uig_Arab, uk ukr_Cyrl, uz uzn_Latn, vi vie_Latn, zh zho_Hans
        """);

    private static readonly HashSet<string> TwoScripts = ["azj", "tuk", "uig", "uzn"];

    /// <summary>
    /// The form of a set, by the name of its file or folder; a file of another name is told by the fields that only FLORES has
    /// (<c>topic</c>), or by ids such as <c>uzn_cyrl-004</c>.
    /// </summary>
    public static Func<string, FoldedText, string> Of(string path, DataRow first)
    {
        var folder = Path.GetFileName(Path.GetDirectoryName(path)) ?? string.Empty;
        var name = $"{folder}/{Path.GetFileName(path)}";
        if (name.Contains("flores", StringComparison.OrdinalIgnoreCase) || first.Optional("topic") is not null)
        {
            return (code, _) => Flores.GetValueOrDefault(code, code);
        }

        return name.Contains("udhr", StringComparison.OrdinalIgnoreCase) || LooksLikeUdhr(first.Id) ? Udhr : (code, _) => code;
    }

    private static string Udhr(string code, FoldedText text)
    {
        var three = Flores.GetValueOrDefault(code, code).Split('_')[0];
        return TwoScripts.Contains(three) ? $"{three}_{ScriptOf(text)}" : three;
    }

    private static string ScriptOf(FoldedText text)
    {
        int cyrillic = 0, arabic = 0, latin = 0;
        foreach (var unit in text.Chars)
        {
            cyrillic += unit is >= '\u0400' and <= '\u052F' ? 1 : 0;
            arabic += unit is >= '\u0600' and <= '\u06FF' ? 1 : 0;
            latin += char.IsAsciiLetterLower(unit) ? 1 : 0;
        }

        return cyrillic > Math.Max(latin, arabic) ? "cyrl" : arabic > latin ? "arab" : "latn";
    }

    private static bool LooksLikeUdhr(string id)
    {
        var parts = id.Split('-');
        return parts.Length == 2 && parts[0].Length >= 3 && parts[0][..3].All(char.IsAsciiLetterLower)
            && (parts[0].Length == 3 || parts[0][3] == '_') && parts[1].Length == 3 && parts[1].All(char.IsAsciiDigit);
    }

    private static Dictionary<string, string> Table(string pairs) => pairs
        .Split([',', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .ToDictionary(pair => pair.Split(' ')[0], pair => pair.Split(' ')[1], StringComparer.Ordinal);
}
