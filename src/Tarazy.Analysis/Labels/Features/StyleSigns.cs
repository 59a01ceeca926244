using System.Text;
using Tarazy.Analysis.Text;

namespace Tarazy.Analysis.Labels.Features;

/// <summary>Twelve signs of how a post is written. They are scaled by a model's own means before they are used.</summary>
internal static class StyleSigns
{
    public const int Count = 12;

    public static void Read(FoldedText text, Span<float> signs)
    {
        signs[..Count].Clear();
        var original = text.Original.AsSpan();
        int letters = 0, capitals = 0, emoji = 0;
        foreach (var rune in original.EnumerateRunes())
        {
            if (Rune.IsLetter(rune))
            {
                letters++;
                capitals += Rune.IsUpper(rune) ? 1 : 0;
            }
            else if (rune.Value > 0x2190)
            {
                emoji++;
            }
        }

        int links = 0, handles = 0, numbers = 0;
        foreach (var kind in text.Kinds)
        {
            links += kind == TokenKind.Link ? 1 : 0;
            handles += kind == TokenKind.Handle ? 1 : 0;
            numbers += kind == TokenKind.Number ? 1 : 0;
        }

        var words = Math.Max(1, text.Tokens.Length);
        signs[0] = MathF.Log(1 + original.Length);
        signs[1] = capitals / (float)Math.Max(1, letters);
        signs[2] = MathF.Log(1 + original.Count('!'));
        signs[3] = MathF.Log(1 + original.Count('?'));
        signs[4] = MathF.Log(1 + emoji);
        signs[5] = MathF.Log(1 + original.Count('"') + original.Count('«') + original.Count('“'));
        signs[6] = MathF.Log(1 + original.Count('…') + original.Count("...".AsSpan()));
        signs[7] = MathF.Log(1 + original.Count('\n'));
        signs[8] = numbers / (float)words;
        signs[9] = MathF.Log(1 + links);
        signs[10] = MathF.Log(1 + handles);
        signs[11] = letters / (float)words;
    }
}
