using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Tarazy.TransparencyLog.Checkpoints;
using Tarazy.TransparencyLog.Proofs;
using Tarazy.TransparencyLog.Tree;

namespace Tarazy.TransparencyLog.Receipts;

/// <summary>The JSON file of a receipt, <c>tarazy-receipt/1</c>.</summary>
public static class ReceiptFile
{
    public const string Format = "tarazy-receipt/1";

    /// <summary>Longer files are not read.</summary>
    public const int LongestFile = 8 << 20;

    private const int MostEntries = 1000;
    private const int LongestPath = 63;
    private const int Depth = 8;

    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The file in UTF-8, indented, as <see cref="Parse"/> reads it (<c>docs/formats/receipt.md</c>).</summary>
    public static byte[] Write(Receipt receipt) => JsonSerializer.SerializeToUtf8Bytes<JsonNode>(
        new JsonObject
        {
            ["format"] = Format,
            ["key"] = receipt.ShownKey,
            ["checkpoint"] = receipt.Checkpoint.ToString(),
            ["entries"] = new JsonArray([.. receipt.Entries.Select(WriteEntry)]),
        },
        Indented);

    /// <summary>Reads a receipt; nothing in it is believed yet: <see cref="Check"/> does the proving.</summary>
    public static Parsed<Receipt> Parse(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Length > LongestFile)
        {
            return new Unreadable($"The receipt has {bytes.Length} bytes; at most {LongestFile} are read.");
        }

        try
        {
            using var json = JsonDocument.Parse(bytes, new JsonDocumentOptions { MaxDepth = Depth, AllowDuplicateProperties = false });
            return Read(json.RootElement);
        }
        catch (JsonException damaged)
        {
            return new Unreadable($"The receipt is not JSON: line {damaged.LineNumber + 1}, byte {damaged.BytePositionInLine + 1}.");
        }
        catch (Exception missing) when (missing is KeyNotFoundException or InvalidOperationException or FormatException or OverflowException)
        {
            return new Unreadable($"The receipt lacks a member, or one has the wrong kind: {missing.Message}");
        }
    }

    private static JsonObject WriteEntry(ReceiptEntry entry)
    {
        var json = new JsonObject
        {
            ["index"] = entry.Index,
            ["leaf"] = entry.Leaf,
            ["proof"] = new JsonArray([.. entry.Proof.Path.Select(p => JsonValue.Create(p.ToBase64()))]),
        };
        if (entry.Opening is { } opening)
        {
            json["salt"] = Convert.ToBase64String(opening.Salt.Span);
            json["content"] = opening.Content;
        }

        return json;
    }

    private static Parsed<Receipt> Read(JsonElement json)
    {
        if (Text(json, "format") is var format && format != Format)
        {
            return new Unreadable($"The file is not a receipt that this program reads: its format is \"{format}\", not \"{Format}\".");
        }

        var checkpoint = SignedCheckpoint.Parse(Encoding.UTF8.GetBytes(Text(json, "checkpoint")));
        if (!checkpoint.Ok)
        {
            return new Unreadable($"The checkpoint in the receipt cannot be read: {checkpoint.Why}");
        }

        var entries = json.GetProperty("entries");
        if (entries.GetArrayLength() is 0 or > MostEntries)
        {
            return new Unreadable($"The receipt has {entries.GetArrayLength()} entries; 1 to {MostEntries} are read.");
        }

        var read = entries.EnumerateArray().Select(e => ReadEntry(e, checkpoint.Value.Size)).ToList();
        return new Receipt(Text(json, "key"), checkpoint.Value, read);
    }

    private static ReceiptEntry ReadEntry(JsonElement json, long size)
    {
        var proof = json.GetProperty("proof");
        if (proof.GetArrayLength() > LongestPath)
        {
            throw new FormatException($"a proof has {proof.GetArrayLength()} hashes, more than {LongestPath}.");
        }

        var path = proof.EnumerateArray().Select(p => Digest.FromBase64(p.GetString() ?? "")
            ?? throw new FormatException("a hash of a proof is not 32 bytes in base64.")).ToList();
        var opening = json.TryGetProperty("content", out var content)
            ? new Opening(Convert.FromBase64String(Text(json, "salt")), content.GetString() ?? throw new FormatException("content is null."))
            : null;
        return new ReceiptEntry(Text(json, "leaf"), new InclusionProof(json.GetProperty("index").GetInt64(), size, path), opening);
    }

    private static string Text(JsonElement json, string name) =>
        json.GetProperty(name).GetString() ?? throw new FormatException($"{name} is null.");
}
