namespace Tarazy.Server.Commands.Scan;

/// <summary>English names of the languages that the engine tells apart.</summary>
internal static class LanguageNames
{
    /// <summary>The code for a language that the engine is not sure of (ISO 639).</summary>
    public const string Unknown = "und";

    private static readonly Dictionary<string, string> Names = new()
    {
        ["az"] = "Azerbaijani",
        ["ba"] = "Bashkir",
        ["be"] = "Belarusian",
        ["bg"] = "Bulgarian",
        ["de"] = "German",
        ["en"] = "English",
        ["es"] = "Spanish",
        ["fa"] = "Persian",
        ["fr"] = "French",
        ["hy"] = "Armenian",
        ["it"] = "Italian",
        ["ka"] = "Georgian",
        ["kk"] = "Kazakh",
        ["ky"] = "Kyrgyz",
        ["mk"] = "Macedonian",
        ["mn"] = "Mongolian",
        ["pl"] = "Polish",
        ["pt"] = "Portuguese",
        ["ru"] = "Russian",
        ["sr"] = "Serbian",
        ["tg"] = "Tajik",
        ["tk"] = "Turkmen",
        ["tr"] = "Turkish",
        ["tt"] = "Tatar",
        ["ug"] = "Uyghur",
        ["uk"] = "Ukrainian",
        ["uz"] = "Uzbek",
        [Unknown] = "Unknown",
    };

    /// <summary>The name, or the code itself when there is no name for it; a script behind the code is kept: <c>Uzbek (Latn)</c>.</summary>
    public static string Of(string code)
    {
        if (Names.TryGetValue(code, out var name))
        {
            return name;
        }

        var at = code.IndexOf('-', StringComparison.Ordinal);
        return at > 0 && Names.TryGetValue(code[..at], out var plain) ? $"{plain} ({code[(at + 1)..]})" : code;
    }
}
