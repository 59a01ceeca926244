using System.ComponentModel.DataAnnotations;
using System.Net;

namespace Tarazy.Notice.Delivery;

/// <summary>The mail server that carries notices, and how long it is waited for.</summary>
public sealed class MailOptions : IValidatableObject
{
    [Required]
    public string Host { get; set; } = "";

    /// <summary>The default is 587, submission.</summary>
    [Range(1, 65_535)]
    public int Port { get; set; } = 587;

    /// <summary>The default is STARTTLS, and a server without it is refused.</summary>
    public MailSecurity Security { get; set; } = MailSecurity.StartTls;

    /// <summary>Signs in when set.</summary>
    public string? User { get; set; }

    /// <summary>A file that holds the password alone; the settings never do.</summary>
    public string? PasswordFile { get; set; }

    /// <summary>One mailbox, e.g. <c>desk@example.org</c>.</summary>
    [Required]
    [EmailAddress]
    public string From { get; set; } = "";

    public string? FromName { get; set; }

    /// <summary>A PEM file with the root that signed the server's certificate, where the machine does not trust it already.</summary>
    public string? CertificateAuthorityFile { get; set; }

    /// <summary>Silence on the line. The default is 30 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>The whole delivery of one letter. The default is two minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:30:00")]
    public TimeSpan Patience { get; set; } = TimeSpan.FromMinutes(2);

    public DkimOptions? Dkim { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Security == MailSecurity.None && Host != "localhost" && !(IPAddress.TryParse(Host, out var address) && IPAddress.IsLoopback(address)))
        {
            yield return new("Mail leaves this machine only over TLS: set Security to StartTls or Tls.", [nameof(Security)]);
        }

        if (User is null != PasswordFile is null)
        {
            yield return new("A user and a password file come together.", [nameof(User), nameof(PasswordFile)]);
        }

        if (Dkim is { } dkim && (dkim.Domain.Length == 0 || dkim.Selector.Length == 0 || dkim.KeyFile.Length == 0))
        {
            yield return new("DKIM needs a domain, a selector and a key file.", [nameof(Dkim)]);
        }
    }
}

public enum MailSecurity
{
    StartTls,
    Tls,

    /// <summary>Only to a relay on this machine.</summary>
    None,
}

/// <summary>Signs every letter, RFC 6376.</summary>
public sealed class DkimOptions
{
    public string Domain { get; set; } = "";

    public string Selector { get; set; } = "";

    /// <summary>An RSA key in PEM.</summary>
    public string KeyFile { get; set; } = "";
}
