using System.Buffers.Binary;
using System.Text;

namespace Tarazy.TransparencyLog.Checkpoints;

/// <summary>One line under a note: <c>— name base64(key id ‖ signature)</c>.</summary>
public sealed record NoteSignature(string Name, uint KeyId, ReadOnlyMemory<byte> Signature)
{
    public override string ToString()
    {
        var id = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(id, KeyId);
        return $"— {Name} {Convert.ToBase64String([.. id, .. Signature.Span])}";
    }
}

/// <summary>A text and who signed it (C2SP signed-note).</summary>
public sealed class SignedNote
{
    public const int LongestNote = 1 << 16;
    private const int MostSignatures = 100;
    private const string Split = "\n\n";
    private const string Dash = "— ";

    private static readonly UTF8Encoding Strict = new(false, true);

    internal SignedNote(string text, IReadOnlyList<NoteSignature> signatures) => (Text, Signatures) = (text, signatures);

    /// <summary>What is signed; it ends with a line feed.</summary>
    public string Text { get; }

    public IReadOnlyList<NoteSignature> Signatures { get; }

    /// <summary>Reads a note of at most <see cref="LongestNote"/> bytes. No signature is checked.</summary>
    public static Parsed<SignedNote> Parse(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > LongestNote)
        {
            return new Unreadable($"The note has {bytes.Length} bytes; at most {LongestNote} are read.");
        }

        string note;
        try
        {
            note = Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return new Unreadable("The note is not UTF-8.");
        }

        if (note.Any(c => c < ' ' && c != '\n'))
        {
            return new Unreadable("The note has a control character.");
        }

        var at = note.LastIndexOf(Split, StringComparison.Ordinal);
        if (at < 0 || !note.EndsWith('\n'))
        {
            return new Unreadable("The note has no signatures after an empty line.");
        }

        return ParseSignatures(note[..(at + 1)], note[(at + 2)..].Split('\n')[..^1]);
    }

    /// <summary>
    /// Whether this key signed the text. Signatures of keys that are not known are passed over; one that claims to be of this
    /// key and is not spoils the note.
    /// </summary>
    public bool IsSignedBy(VerifierKey key)
    {
        var ours = Signatures.Where(s => s.Name == key.Name && s.KeyId == key.KeyId).ToList();
        var text = Encoding.UTF8.GetBytes(Text);
        return ours.Count > 0 && ours.All(s => key.Verifies(text, s.Signature.Span));
    }

    public override string ToString() => $"{Text}\n{string.Concat(Signatures.Select(s => $"{s}\n"))}";

    public byte[] ToBytes() => Encoding.UTF8.GetBytes(ToString());

    private static Parsed<SignedNote> ParseSignatures(string text, string[] lines)
    {
        if (lines.Length is 0 or > MostSignatures)
        {
            return new Unreadable($"The note has {lines.Length} signatures; 1 to {MostSignatures} are read.");
        }

        var signatures = new List<NoteSignature>();
        foreach (var line in lines)
        {
            var parts = line.StartsWith(Dash, StringComparison.Ordinal) ? line[Dash.Length..].Split(' ') : [];
            if (parts.Length != 2 || !VerifierKey.IsName(parts[0]) || Decode(parts[1]) is not { } bytes)
            {
                return new Unreadable($"Line {signatures.Count + 1} of the signatures is not \"— name base64\".");
            }

            signatures.Add(new NoteSignature(parts[0], BinaryPrimitives.ReadUInt32BigEndian(bytes), bytes.AsMemory(4)));
        }

        return new SignedNote(text, signatures);
    }

    private static byte[]? Decode(string base64)
    {
        var bytes = new byte[base64.Length];
        return Convert.TryFromBase64String(base64, bytes, out var length) && length > 4 ? bytes[..length] : null;
    }
}
