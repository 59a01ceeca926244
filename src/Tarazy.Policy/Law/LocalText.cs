namespace Tarazy.Policy.Law;

/// <summary>The same words in the three languages of the desk.</summary>
public sealed record LocalText(string Kk, string Ru, string En)
{
    /// <param name="language">ISO 639-1 code; English stands in for a language that a pack does not carry.</param>
    public string In(string language) => language switch
    {
        "kk" => Kk,
        "ru" => Ru,
        _ => En,
    };
}
