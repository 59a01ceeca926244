using System.Text;

namespace Tarazy.Tests.Analysis.Rules;

/// <summary>Writes a post as those do who want to pass a filter.</summary>
internal static class Disguise
{
    /// <summary>Pairs of letters that look the same: first the Cyrillic one, then the Latin one.</summary>
    private static readonly Dictionary<char, char> Twins = new()
    {
        ['а'] = 'a',
        ['с'] = 'c',
        ['е'] = 'e',
        ['о'] = 'o',
        ['р'] = 'p',
        ['х'] = 'x',
    };

    /// <summary>Every second Cyrillic letter that has a Latin twin becomes its twin.</summary>
    public static string LookAlikes(string post)
    {
        var written = new StringBuilder(post);
        var turn = 0;
        for (var i = 0; i < written.Length; i++)
        {
            if (Twins.TryGetValue(written[i], out var twin) && turn++ % 2 == 0)
            {
                written[i] = twin;
            }
        }

        return written.ToString();
    }

    /// <summary>A zero-width space after every third letter.</summary>
    public static string Invisible(string post)
    {
        var written = new StringBuilder();
        for (var i = 0; i < post.Length; i++)
        {
            written.Append(post[i]);
            if (i % 3 == 1 && char.IsLetter(post[i]))
            {
                written.Append('\u200B');
            }
        }

        return written.ToString();
    }
}
