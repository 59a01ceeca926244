namespace Tarazy.Analysis.Text.Spelling;

/// <summary>The languages whose Latin spellings are read.</summary>
internal static class SpeltLanguage
{
    public const int Unknown = 0;

    /// <summary>The number of an ISO 639 code; <see cref="Unknown"/> for any other.</summary>
    public static int Of(string code) => code switch { "ru" => 1, "uk" => 2, "kk" => 3, _ => Unknown };
}
