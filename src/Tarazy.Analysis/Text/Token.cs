namespace Tarazy.Analysis.Text;

/// <summary>A word, number, link or handle of a folded text. <see cref="Start"/> and <see cref="Length"/> count folded UTF-16 units.</summary>
/// <param name="Hash"><see cref="TokenHash.Of"/> of the folded units; of a link, of its canonical form.</param>
public readonly record struct Token(int Start, int Length, ulong Hash);

/// <summary>What a token is; a link or handle is always one token.</summary>
public enum TokenKind : byte
{
    Word = 0,
    Number = 1,
    Link = 2,
    Handle = 3,
}
