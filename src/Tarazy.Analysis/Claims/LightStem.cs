namespace Tarazy.Analysis.Claims;

/// <summary>
/// Takes the endings off folded words of English, Russian, Ukrainian and Kazakh, far enough that the forms of one word meet
/// and not so far that different words do. Letters that are often typed as their neighbours (ә as а, і as и) are written as those,
/// so that Kazakh with and without its letters meets too. A stem is a key of the index and is never shown.
/// </summary>
internal static class LightStem
{
    public const int Longest = 32;

    private const int ShortestCyrillic = 4;
    private const int ShortestLatin = 3;

    // After the letters were simplified, longest first: Russian and Ukrainian cases and verbs, then Kazakh cases.
    private static readonly string[] Slavic =
    [
        "иями", "ыеся", "ался", "ется", "ются", "ится", "ятся", "ться",
        "иям", "иях", "ями", "ами", "ого", "его", "ому", "ему", "ыми", "ими", "ать", "ять", "ить", "еть", "ают", "яют", "ует", "уют", "ала", "или", "али", "ила", "ило", "ало", "ено", "ена",
        "ешь", "ием", "иею", "ией", "ась", "ись", "ите", "ете",
        "ая", "яя", "ое", "ее", "ые", "ие", "ый", "ий", "ой", "ей", "ую", "юю", "ых", "их", "ым", "им", "ом", "ем", "ам", "ям", "ах", "ях", "ов", "ев", "ию", "ия", "ии", "ью", "ет", "ит", "ат", "ят", "ут", "ют", "ал", "ил", "ла", "ло", "ли", "ти", "ть",
        "а", "я", "о", "е", "ы", "и", "у", "ю", "ь", "й",
    ];

    // Most endings of two letters are Russian ones too; what those leave is taken away below.
    private static readonly string[] Kazakh =
    [
        "лардын", "лердин", "дардын", "дердин", "тардын", "тердин", "ларга", "лерге", "дарга", "дерге", "тарга", "терге", "ларды", "лерди", "дарды", "дерди", "тарды", "терди",
        "ларда", "лерде", "дарда", "дерде", "тарда", "терде",
        "лар", "лер", "дар", "дер", "тар", "тер", "нын", "нин", "дын", "дин", "тын", "тин", "дан", "ден", "тан", "тен", "нан", "нен", "мен", "бен", "пен", "сы", "си",
    ];

    private static readonly (string Ending, string Becomes)[] English =
    [
        ("ization", "iz"), ("isation", "iz"), ("ational", "ate"), ("fulness", "ful"), ("iveness", "ive"),
        ("ations", "ate"), ("ation", "ate"), ("ingly", ""), ("edly", ""), ("ement", ""), ("ments", ""), ("ment", ""), ("ness", ""), ("able", ""), ("ible", ""),
        ("ings", ""), ("ing", ""), ("ied", "y"), ("ies", "y"), ("ers", ""), ("ely", ""), ("ed", ""), ("er", ""), ("ly", ""), ("al", ""), ("ion", ""),
    ];

    /// <summary>Writes the stem of a folded word and returns its length.</summary>
    /// <param name="to">At least <see cref="Longest"/> units.</param>
    public static int Of(ReadOnlySpan<char> word, Span<char> to)
    {
        word = word[..Math.Min(word.Length, Longest)];
        var latin = true;
        for (var i = 0; i < word.Length; i++)
        {
            to[i] = Simple(word[i]);
            latin &= to[i] < 'ʰ';
        }

        var stem = to[..word.Length];
        return latin ? Latin(stem) : Cyrillic(stem);
    }

    private static char Simple(char letter) => letter switch
    {
        'ә' => 'а',
        'ғ' => 'г',
        'қ' => 'к',
        'ң' => 'н',
        'ө' => 'о',
        'ұ' or 'ү' or 'ў' => 'у',
        'һ' or 'ҳ' => 'х',
        'і' or 'ї' => 'и',
        'є' or 'э' => 'е',
        'ґ' => 'г',
        'ъ' => 'ь',
        _ => letter,
    };

    private static int Cyrillic(ReadOnlySpan<char> stem)
    {
        // Kazakh words carry plural, possession and case one after another.
        var length = Cut(stem, Kazakh, ShortestCyrillic);
        length = Cut(stem[..length], Slavic, ShortestCyrillic);
        length = Cut(stem[..length], Kazakh, ShortestCyrillic);

        // мектепте, мектепке and мектептің are left with the consonant of their case; a Russian word loses its own in every form.
        return length > ShortestCyrillic && stem[length - 1] is 'т' or 'д' or 'к' or 'г' or 'н' && !Vowel(stem[length - 2]) ? length - 1 : length;
    }

    private static bool Vowel(char letter) => letter is 'а' or 'е' or 'и' or 'о' or 'у' or 'ы' or 'я' or 'ю' or 'ь' or 'й';

    private static int Cut(ReadOnlySpan<char> stem, string[] endings, int shortest)
    {
        foreach (var ending in endings)
        {
            if (stem.Length - ending.Length >= shortest && stem.EndsWith(ending, StringComparison.Ordinal))
            {
                return stem.Length - ending.Length;
            }
        }

        return stem.Length;
    }

    private static int Latin(Span<char> stem)
    {
        var length = stem.IndexOf('\'') is var mark && mark >= 2 ? mark : stem.Length;
        length = Plural(stem, length);
        foreach (var (ending, becomes) in English)
        {
            if (length - ending.Length >= ShortestLatin && stem[..length].EndsWith(ending, StringComparison.Ordinal))
            {
                length -= ending.Length;
                becomes.CopyTo(stem[length..]);
                length += becomes.Length;
                break;
            }
        }

        return Tail(stem, length);
    }

    private static int Plural(ReadOnlySpan<char> stem, int length)
    {
        if (length <= ShortestLatin || stem[length - 1] != 's' || stem[length - 2] is 's' or 'u' or 'i')
        {
            return length;
        }

        var whole = stem[..length];
        return whole.EndsWith("sses", StringComparison.Ordinal) || whole.EndsWith("shes", StringComparison.Ordinal)
            || whole.EndsWith("ches", StringComparison.Ordinal) || whole.EndsWith("xes", StringComparison.Ordinal) ? length - 2
            : whole.EndsWith("ies", StringComparison.Ordinal) ? length
            : length - 1;
    }

    /// <summary>stopped, stopping, stop; make, making; study, studies.</summary>
    private static int Tail(Span<char> stem, int length)
    {
        if (length > ShortestLatin && stem[length - 1] == 'e')
        {
            length--;
        }

        if (length > ShortestLatin && stem[length - 1] == stem[length - 2] && stem[length - 1] is not ('l' or 's' or 'z' or 'e' or 'o'))
        {
            length--;
        }

        if (length > ShortestLatin && stem[length - 1] == 'y')
        {
            stem[length - 1] = 'i';
        }

        return length;
    }
}
