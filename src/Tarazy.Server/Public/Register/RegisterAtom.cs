using Published = Tarazy.Publish.Register;

namespace Tarazy.Server.Public.Register;

/// <summary>The newest notices as a feed.</summary>
internal static class RegisterAtom
{
    public static byte[] Write(AtomHead head, IReadOnlyList<(Published.RegisterLine Line, string Title)> notices) => AtomFeed.Write(
        head,
        RegisterQuery.Atom,
        RegisterQuery.Register,
        [.. notices.Select(n => new AtomEntry(
            RegisterQuery.To(RegisterQuery.Notice, n.Line.Number), $"{n.Line.Number}. {n.Title}", n.Line.SignedAt, Changed(n.Line)))]);

    private static DateTimeOffset Changed(Published.RegisterLine line) =>
        new[] { line.SignedAt, line.SentAt ?? line.SignedAt, line.AnsweredAt ?? line.SignedAt, line.ErasedAt ?? line.SignedAt }.Max();
}
