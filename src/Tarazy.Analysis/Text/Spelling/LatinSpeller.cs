using Tarazy.Analysis.Language;

namespace Tarazy.Analysis.Text.Spelling;

/// <summary>
/// Writes Cyrillic words in Latin as people and offices do: for each text one way is drawn for each letter. What the trainer
/// learns to read back.
/// </summary>
internal sealed class LatinSpeller
{
    // Letter, then the ways to write it; the first is the most usual and is drawn half of the time. "_" is nothing.
    private static readonly Dictionary<char, string[]> Common = Table(
        "а a|б b|в v w|г g|ґ g|д d|е e|ё yo e jo io|ж zh j ž|з z|и i|й y i j|к k|л l|м m|н n|о o|п p|р r|с s|т t|у u|ф f|х h kh x|ц ts c tz|ч ch č|ш sh š"
        + "|щ sch shch shh sh šč|ъ _ ' _|ы y i|ь _ ' _|э e|ю yu u ju iu|я ya ia ja|і i|ї yi i ji|є ye e ie je|' _ '");

    private static readonly Dictionary<char, string[]> Ukrainian = Table("г h g|и y i|х kh h|щ shch sch|й y i j");

    private static readonly Dictionary<char, string[]> Kazakh = Table(
        "ә a ä ae|ғ gh g ğ|қ q k|ң ng n ñ|ө o ö|ұ u ū|ү u ü|һ h|у u w|ы y ı i|и i|й i y|ж zh j|х h kh|ш sh ş|ч ch|ю yu iu|я ya ia");

    private readonly Dictionary<char, string> _drawn = [];

    /// <param name="random">Draws the ways.</param>
    public LatinSpeller(string code, SeededRandom random)
    {
        Draw(Common, random);
        Draw(code switch { "uk" => Ukrainian, "kk" => Kazakh, _ => [] }, random);
    }

    /// <summary>What a small letter is written as; the letter itself when it has no spelling.</summary>
    public string Of(char letter) => _drawn.GetValueOrDefault(letter) ?? letter.ToString();

    private void Draw(Dictionary<char, string[]> ways, SeededRandom random)
    {
        foreach (var (letter, spelt) in ways)
        {
            var pick = random.Below(2) == 0 ? 0 : random.Below(spelt.Length);
            _drawn[letter] = spelt[pick] == "_" ? string.Empty : spelt[pick];
        }
    }

    private static Dictionary<char, string[]> Table(string lines) =>
        lines.Split('|').Select(line => line.Split(' ')).ToDictionary(parts => parts[0][0], parts => parts[1..]);
}
