using System.Globalization;
using System.Text;
using NSec.Cryptography;

namespace Tarazy.TransparencyLog.Checkpoints;

/// <summary>The private half, kept as the text <c>PRIVATE+KEY+name+8 hex digits+base64(0x01 ‖ seed)</c> that other tools read too.</summary>
public sealed class SignerKey : IDisposable
{
    private const string Prefix = "PRIVATE+KEY+";
    private const int SeedBytes = 32;

    private readonly Key _key;

    private SignerKey(string name, Key key)
    {
        _key = key;
        Verifier = new VerifierKey(name, key.PublicKey);
    }

    public VerifierKey Verifier { get; }

    /// <param name="name">The origin of the log, e.g. <c>desk.example/log</c>.</param>
    public static SignerKey Create(string name) =>
        VerifierKey.IsName(name)
            ? new(name, Key.Create(SignatureAlgorithm.Ed25519, Exportable()))
            : throw new ArgumentException($"\"{name}\" cannot name a key: it is empty or has white space or a plus.", nameof(name));

    /// <summary>Reads <c>PRIVATE+KEY+name+8 hex digits+base64(0x01 ‖ seed)</c>. No refusal repeats the key.</summary>
    public static Parsed<SignerKey> Parse(string text)
    {
        var trimmed = text.Trim();
        var parts = trimmed.StartsWith(Prefix, StringComparison.Ordinal) ? trimmed[Prefix.Length..].Split('+', 3) : [];
        if (parts.Length != 3 || !VerifierKey.IsName(parts[0]))
        {
            return new Unreadable("The private key is not of the form PRIVATE+KEY+name+hash+key.");
        }

        var bytes = new byte[SeedBytes + 8];
        if (!Convert.TryFromBase64String(parts[2], bytes, out var length) || length != 1 + SeedBytes || bytes[0] != VerifierKey.Ed25519Type)
        {
            return new Unreadable("The private key is not an Ed25519 key (type 1, 32 bytes).");
        }

        var key = Key.Import(SignatureAlgorithm.Ed25519, bytes.AsSpan(1, SeedBytes), KeyBlobFormat.RawPrivateKey, Exportable());
        var read = new SignerKey(parts[0], key);
        if (string.Equals(read.Verifier.KeyId.ToString("x8", CultureInfo.InvariantCulture), parts[1], StringComparison.OrdinalIgnoreCase))
        {
            return read;
        }

        read.Dispose();
        return new Unreadable("The hash in the private key does not belong to its name and bytes.");
    }

    /// <summary>The secret text for the key file. Never logged.</summary>
    public string Export()
    {
        byte[] bytes = [VerifierKey.Ed25519Type, .. _key.Export(KeyBlobFormat.RawPrivateKey)];
        return $"{Prefix}{Verifier.Name}+{Verifier.KeyId:x8}+{Convert.ToBase64String(bytes)}";
    }

    internal SignedNote Sign(string text)
    {
        var signature = SignatureAlgorithm.Ed25519.Sign(_key, Encoding.UTF8.GetBytes(text));
        return new SignedNote(text, [new NoteSignature(Verifier.Name, Verifier.KeyId, signature)]);
    }

    public void Dispose() => _key.Dispose();

    private static KeyCreationParameters Exportable() => new() { ExportPolicy = KeyExportPolicies.AllowPlaintextExport };
}
