using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Tarazy.Policy.Ages.Proofs.SdJwt;

/// <summary>Puts disclosed values where the issuer signed their digests (RFC 9901 §7.1).</summary>
internal sealed class Disclosures
{
    private const string Digests = "_sd";
    private const string InArray = "...";

    private readonly Dictionary<string, JsonArray> _byDigest = new(StringComparer.Ordinal);
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly HashSet<string> _used = new(StringComparer.Ordinal);

    public Disclosures(IEnumerable<string> disclosures)
    {
        foreach (var disclosure in disclosures)
        {
            var value = CompactJws.Node(CompactJws.Bytes(disclosure, AgeProofCheck.Digests), AgeProofCheck.Digests) as JsonArray;
            RefusedProofException.Unless(value is { Count: 2 or 3 }, AgeProofCheck.Digests, "A disclosure is no list of two or three.");
            var digest = Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(disclosure)));
            RefusedProofException.Unless(_byDigest.TryAdd(digest, value!), AgeProofCheck.Digests, "A disclosure is given twice.");
        }
    }

    /// <summary>Opens an object in place. Afterwards nothing of the mechanism is left in it.</summary>
    public void Open(JsonObject into)
    {
        if (into.Remove(Digests, out var list))
        {
            RefusedProofException.Unless(list is JsonArray, AgeProofCheck.Digests, "_sd is no list.");
            foreach (var digest in (JsonArray)list!)
            {
                if (Find(digest) is { } found)
                {
                    Insert(into, found);
                }
            }
        }

        RefusedProofException.Unless(!into.ContainsKey(InArray), AgeProofCheck.Names, "A reserved name stands in an object.");
        foreach (var (_, value) in into)
        {
            OpenAny(value);
        }
    }

    /// <summary>Every disclosure must have been called for by the issuer's signature.</summary>
    public void DemandAllUsed() => RefusedProofException.Unless(
        _used.Count == _byDigest.Count, AgeProofCheck.Unsigned, "Something is disclosed that the issuer did not sign.");

    private static void Insert(JsonObject into, JsonArray disclosure)
    {
        RefusedProofException.Unless(disclosure.Count == 3, AgeProofCheck.Digests, "A claim is disclosed without its name.");
        var name = disclosure[1] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
        RefusedProofException.Unless(name is not null and not Digests and not InArray, AgeProofCheck.Names, "A disclosure has a reserved name.");
        RefusedProofException.Unless(!into.ContainsKey(name!), AgeProofCheck.Overwriting, "A disclosure would overwrite a claim.");
        into[name!] = disclosure[2]?.DeepClone();
    }

    private void OpenAny(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject map:
                Open(map);
                break;
            case JsonArray list:
                OpenList(list);
                break;
        }
    }

    private void OpenList(JsonArray list)
    {
        for (var i = list.Count - 1; i >= 0; i--)
        {
            if (list[i] is JsonObject { Count: 1 } hidden && hidden.TryGetPropertyValue(InArray, out var digest))
            {
                var found = Find(digest);
                RefusedProofException.Unless(found is null or { Count: 2 }, AgeProofCheck.Digests, "An element is disclosed with a name.");
                list.RemoveAt(i);
                if (found is not null)
                {
                    list.Insert(i, found[1]?.DeepClone());
                }
            }
        }

        foreach (var item in list)
        {
            OpenAny(item);
        }
    }

    private JsonArray? Find(JsonNode? digest)
    {
        var text = digest is JsonValue value && value.TryGetValue<string>(out var found) ? found : null;
        RefusedProofException.Unless(text is not null, AgeProofCheck.Digests, "A digest is no text.");
        RefusedProofException.Unless(_seen.Add(text!), AgeProofCheck.Digests, "A digest stands in two places.");
        if (!_byDigest.TryGetValue(text!, out var disclosure))
        {
            return null;
        }

        _used.Add(text!);
        return disclosure;
    }
}
