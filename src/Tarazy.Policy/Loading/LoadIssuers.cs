using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Tarazy.Policy.Ages.Proofs;

namespace Tarazy.Policy.Loading;

/// <summary>Reads the list of issuers whose age proofs are believed.</summary>
internal static class LoadIssuers
{
    private const string P256 = "1.2.840.10045.3.1.7";
    private const string PublicKey = "PUBLIC KEY";
    private const string Certificate = "CERTIFICATE";

    public static TrustedIssuersLoad From(string file, PackLimits limits)
    {
        var faults = new List<PackFault>();
        var issuers = new List<(Fields At, TrustedIssuer Value)>();
        var source = new PackFile(Path.GetFileName(file), faults);
        if (!File.Exists(file))
        {
            faults.Add(new(source.Name, 0, 0, "", "The file is not there, so no issuer is believed.", "Put it back."));
        }
        else
        {
            RecordFiles.ReadInto(issuers, file, source, "issuers", limits, One);
        }

        return new TrustedIssuersLoad(RecordFiles.Unique(issuers, issuer => issuer.Name), faults);
    }

    private static TrustedIssuer One(Fields from)
    {
        var issuer = new TrustedIssuer(
            from.Text("id"),
            from.Has("key") ? Key(from) : null,
            from.Has("certificate") ? Anchor(from) : null,
            from.Day("valid_from"),
            from.Day("valid_to"),
            from.Text("source"),
            from.Flag("test"));
        if (!from.Has("key") && !from.Has("certificate"))
        {
            from.Fault("key", "The issuer has neither a key nor a certificate.", "Add key: for SD-JWT, certificate: for mdoc, or both.");
        }

        if (issuer.From >= issuer.To)
        {
            from.Fault("valid_to", "It ends before it begins; the end is the first day on which the issuer is no longer believed.", "Mend the days.");
        }

        if (issuer.Source is { Length: > 0 } && !(Uri.TryCreate(issuer.Source, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"))
        {
            from.Fault("source", "It is no address of a page.", "Write where the key was taken from, with https://.");
        }

        from.Done();
        return issuer;
    }

    private static byte[]? Key(Fields from)
    {
        if (Pem(from, "key", PublicKey) is not { } bytes)
        {
            return null;
        }

        try
        {
            using var key = ECDsa.Create();
            key.ImportSubjectPublicKeyInfo(bytes, out _);
            if (key.ExportParameters(false).Curve.Oid.Value == P256)
            {
                return bytes;
            }
        }
        catch (CryptographicException)
        {
            // Said below, as of a key on another curve.
        }

        from.Fault("key", "It is no public key on the curve P-256.", "Write the issuer's public key for ES256.");
        return null;
    }

    private static X509Certificate2? Anchor(Fields from)
    {
        if (Pem(from, "certificate", Certificate) is not { } bytes)
        {
            return null;
        }

        try
        {
            return X509CertificateLoader.LoadCertificate(bytes);
        }
        catch (CryptographicException)
        {
            from.Fault("certificate", "It is no certificate.", "Write the root certificate of the issuer's document signers.");
            return null;
        }
    }

    /// <summary>One PEM block of one kind. A private key is refused by name: it does not belong on a list.</summary>
    private static byte[]? Pem(Fields from, string name, string label)
    {
        var text = from.Text(name);
        if (text.Contains("PRIVATE KEY", StringComparison.Ordinal))
        {
            from.Fault(name, "This is a private key.", "Take it out, replace it at the issuer, and write the public key.");
            return null;
        }

        if (PemEncoding.TryFind(text, out var found) && text[found.Label] == label && Convert.TryFromBase64String(text[found.Base64Data], new byte[found.DecodedDataLength], out _))
        {
            return Convert.FromBase64String(text[found.Base64Data]);
        }

        if (text.Length > 0)
        {
            from.Fault(name, $"It is no PEM block of the kind {label}.", $"Write {name}: | and under it -----BEGIN {label}----- to -----END {label}-----.");
        }

        return null;
    }
}
