using System.Globalization;
using Tarazy.TransparencyLog.Tree;

namespace Tarazy.TransparencyLog.Checkpoints;

/// <summary>What a log promises: at this size the root is this (C2SP tlog-checkpoint).</summary>
/// <param name="Origin">The log's name: its address without the scheme, e.g. <c>desk.example/log</c>.</param>
public sealed record Checkpoint(string Origin, long Size, Digest Root)
{
    /// <summary>Lines after the root. Read and signed over, without meaning here.</summary>
    public IReadOnlyList<string> Extensions { get; init; } = [];

    /// <summary>The signed text; it ends with a line feed.</summary>
    public string Text => string.Create(
        CultureInfo.InvariantCulture,
        $"{Origin}\n{Size}\n{Root.ToBase64()}\n{string.Concat(Extensions.Select(e => e + "\n"))}");

    /// <summary>Reads the text of a checkpoint (C2SP tlog-checkpoint). Who signed it is not asked here.</summary>
    public static Parsed<Checkpoint> Parse(string text)
    {
        var lines = text.Split('\n');
        if (lines.Length < 4 || lines[^1].Length > 0 || lines[..^1].Any(l => l.Length == 0))
        {
            return new Unreadable("A checkpoint has at least three lines: origin, size and root.");
        }

        if (!long.TryParse(lines[1], NumberStyles.None, CultureInfo.InvariantCulture, out var size)
            || size.ToString(CultureInfo.InvariantCulture) != lines[1])
        {
            return new Unreadable($"The size of the checkpoint is \"{Cut(lines[1])}\", not a plain number.");
        }

        return Digest.FromBase64(lines[2]) is { } root
            ? new Checkpoint(lines[0], size, root) { Extensions = lines[3..^1] }
            : new Unreadable($"The root of the checkpoint is \"{Cut(lines[2])}\", not 32 bytes in base64.");
    }

    private static string Cut(string text) => text.Length <= 60 ? text : text[..60] + "...";
}

/// <summary>A checkpoint in the note that signs it.</summary>
public sealed record SignedCheckpoint(Checkpoint Checkpoint, SignedNote Note)
{
    public long Size => Checkpoint.Size;

    /// <summary>Reads a note and the checkpoint in it. No signature is checked: ask <see cref="IsSignedBy"/>.</summary>
    public static Parsed<SignedCheckpoint> Parse(ReadOnlySpan<byte> bytes)
    {
        if (SignedNote.Parse(bytes) is var note && !note.Ok)
        {
            return new Unreadable(note.Why);
        }

        return Checkpoint.Parse(note.Value.Text) is { Ok: true } checkpoint
            ? new SignedCheckpoint(checkpoint.Value, note.Value)
            : new Unreadable(Checkpoint.Parse(note.Value.Text).Why!);
    }

    /// <summary>
    /// The key's name must be the origin too: a key that signs two logs must not vouch for the wrong one. And what is read must be
    /// what was signed: a checkpoint beside a note that says something else is nobody's.
    /// </summary>
    public bool IsSignedBy(VerifierKey key) => Checkpoint.Origin == key.Name && Checkpoint.Text == Note.Text && Note.IsSignedBy(key);

    internal static SignedCheckpoint Sign(Checkpoint checkpoint, SignerKey key) => new(checkpoint, key.Sign(checkpoint.Text));

    public override string ToString() => Note.ToString();
}
