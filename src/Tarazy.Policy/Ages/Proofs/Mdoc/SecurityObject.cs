using System.Security.Cryptography;

namespace Tarazy.Policy.Ages.Proofs.Mdoc;

/// <summary>What the issuer signed (ISO/IEC 18013-5 §9.1.2.4): digests of items, the holder's key, and until when.</summary>
internal sealed record SecurityObject(
    string DocType,
    string DigestAlgorithm,
    IReadOnlyDictionary<string, Dictionary<long, byte[]>> Digests,
    byte[] DeviceKey,
    DateTimeOffset Signed,
    DateTimeOffset ValidFrom,
    DateTimeOffset ValidUntil)
{
    private const long KeyType = 1;
    private const long Curve = -1;
    private const long X = -2;
    private const long Y = -3;
    private const long Elliptic = 2;
    private const long P256 = 1;

    public static SecurityObject Read(byte[] payload) => CborParts.Guarded(() =>
    {
        var map = CborParts.Map(CborParts.Inside(payload));
        RefusedProofException.Unless(CborParts.Text(CborParts.Get(map, "version")) == "1.0", AgeProofCheck.Version, "The security object is of a version that is not read.");
        var validity = CborParts.Map(CborParts.Get(map, "validityInfo"));
        return new SecurityObject(
            CborParts.Text(CborParts.Get(map, "docType")),
            CborParts.Text(CborParts.Get(map, "digestAlgorithm")),
            CborParts.Map(CborParts.Get(map, "valueDigests")).ToDictionary(space => space.Key, space => CborParts.NumberedMap(space.Value), StringComparer.Ordinal),
            CborParts.Get(CborParts.Map(CborParts.Get(map, "deviceKeyInfo")), "deviceKey"),
            CborParts.Time(CborParts.Get(validity, "signed")),
            CborParts.Time(CborParts.Get(validity, "validFrom")),
            CborParts.Time(CborParts.Get(validity, "validUntil")));
    });

    /// <summary>The holder's key (COSE_Key, RFC 9052 §7), on P-256.</summary>
    public ECDsa OpenDeviceKey() => CborParts.Guarded(() =>
    {
        var key = CborParts.NumberedMap(DeviceKey);
        RefusedProofException.Unless(
            key.TryGetValue(KeyType, out var type) && CborParts.Number(type) == Elliptic && key.TryGetValue(Curve, out var curve) && CborParts.Number(curve) == P256,
            AgeProofCheck.Algorithm,
            "The holder's key is not on the curve P-256.");
        try
        {
            return ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = new ECPoint { X = CborParts.Bytes(key[X]), Y = CborParts.Bytes(key[Y]) } });
        }
        catch (Exception broken) when (broken is CryptographicException or KeyNotFoundException)
        {
            throw new RefusedProofException(AgeProofCheck.Holder, "The holder's key is no point of its curve.");
        }
    });
}
