using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NSec.Cryptography;

namespace Tarazy.TransparencyLog.Checkpoints;

/// <summary>
/// The public half of a log's key as the signed-note format writes it: <c>name+8 hex digits+base64(0x01 ‖ key)</c>.
/// </summary>
public sealed class VerifierKey
{
    internal const byte Ed25519Type = 1;
    private const int PublicBytes = 32;
    private const int LongestText = 1024;

    private readonly PublicKey _key;

    internal VerifierKey(string name, PublicKey key)
    {
        Name = name;
        _key = key;
        KeyId = IdOf(name, key.Export(KeyBlobFormat.RawPublicKey));
    }

    /// <summary>The name in the signature line; for a log it is the origin.</summary>
    public string Name { get; }

    /// <summary>First four bytes of SHA-256(name ‖ 0x0A ‖ 0x01 ‖ key).</summary>
    public uint KeyId { get; }

    /// <summary>Reads a key and holds its hash against its name and bytes. Only Ed25519 is known.</summary>
    public static Parsed<VerifierKey> Parse(string text)
    {
        // A base64 text can hold +, so only the first two separate.
        var parts = text.Length <= LongestText ? text.Trim().Split('+', 3) : [];
        if (parts.Length != 3 || !IsName(parts[0]))
        {
            return new Unreadable("The key is not of the form name+hash+key.");
        }

        if (!uint.TryParse(parts[1], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var id) || parts[1].Length != 8)
        {
            return new Unreadable("The middle part of the key is not eight hex digits.");
        }

        var bytes = new byte[LongestText];
        if (!Convert.TryFromBase64String(parts[2], bytes, out var length) || length != 1 + PublicBytes || bytes[0] != Ed25519Type)
        {
            return new Unreadable("The key is not an Ed25519 key (type 1, 32 bytes).");
        }

        if (!PublicKey.TryImport(SignatureAlgorithm.Ed25519, bytes.AsSpan(1, PublicBytes), KeyBlobFormat.RawPublicKey, out var key)
            || key is null)
        {
            return new Unreadable("The 32 bytes of the key are not a point of the curve.");
        }

        var read = new VerifierKey(parts[0], key);
        return read.KeyId == id ? read : new Unreadable($"The hash in the key is {id:x8}, but its name and bytes give {read.KeyId:x8}.");
    }

    /// <param name="signature">64 bytes; any other length is no signature.</param>
    public bool Verifies(ReadOnlySpan<byte> text, ReadOnlySpan<byte> signature) =>
        signature.Length == SignatureAlgorithm.Ed25519.SignatureSize && SignatureAlgorithm.Ed25519.Verify(_key, text, signature);

    public override string ToString() =>
        $"{Name}+{KeyId:x8}+{Convert.ToBase64String([Ed25519Type, .. _key.Export(KeyBlobFormat.RawPublicKey)])}";

    /// <summary>A key name is not empty and has neither white space nor plus (C2SP signed-note, "Signatures").</summary>
    internal static bool IsName(string name) => name.Length > 0 && !name.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || c == '+');

    internal static uint IdOf(string name, ReadOnlySpan<byte> publicKey)
    {
        byte[] input = [.. Encoding.UTF8.GetBytes(name), (byte)'\n', Ed25519Type, .. publicKey];
        return BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData(input));
    }
}
