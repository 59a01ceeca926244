namespace Tarazy.Analysis.Rules.Find;

internal enum FindTokenKind
{
    End,
    Open,
    Close,
    Word,
    Phrase,
    List,
    Bad,
}

/// <param name="Text">Without quotes or brackets.</param>
/// <param name="At">Where it begins in the expression, in UTF-16 units.</param>
internal readonly record struct FindToken(FindTokenKind Kind, string Text, int At);

/// <summary>Cuts an expression into words, phrases and brackets. It takes every text there is.</summary>
internal static class FindLexer
{
    private const string Opening = "\"“«„";

    public static FindToken Next(string text, ref int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        if (at >= text.Length)
        {
            return new FindToken(FindTokenKind.End, "", at);
        }

        var start = at;
        switch (text[at])
        {
            case '(':
                at++;
                return new FindToken(FindTokenKind.Open, "(", start);
            case ')':
                at++;
                return new FindToken(FindTokenKind.Close, ")", start);
            case '<':
                return Until(text, ref at, '>', '>', FindTokenKind.List);
            case var quote when Opening.Contains(quote, StringComparison.Ordinal):
                return quote switch
                {
                    '«' => Until(text, ref at, '»', '»', FindTokenKind.Phrase),
                    '"' => Until(text, ref at, '"', '"', FindTokenKind.Phrase),
                    _ => Until(text, ref at, '”', '“', FindTokenKind.Phrase),
                };
        }

        while (at < text.Length && !char.IsWhiteSpace(text[at]) && text[at] is not ('(' or ')') && !Opening.Contains(text[at], StringComparison.Ordinal))
        {
            at++;
        }

        return new FindToken(FindTokenKind.Word, text[start..at], start);
    }

    private static FindToken Until(string text, ref int at, char end, char orEnd, FindTokenKind kind)
    {
        var start = at;
        var close = text.AsSpan(start + 1).IndexOfAny(end, orEnd);
        if (close < 0)
        {
            at = text.Length;
            return new FindToken(FindTokenKind.Bad, text[start].ToString(), start);
        }

        at = start + close + 2;
        return new FindToken(kind, text.Substring(start + 1, close), start);
    }
}
