using System.Globalization;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Logging;
using MimeKit;
using Tarazy.Records.Notices;

namespace Tarazy.Notice.Delivery;

/// <summary>Submission by SMTP (RFC 6409) with MailKit, a fresh connection for each letter.</summary>
internal sealed partial class MailKitCarrier(MailOptions options, TimeProvider clock, ILogger<MailKitCarrier> log) : IMailCarrier
{
    private const int LongestReply = 300;

    public async Task<MailOutcome> SendAsync(Letter letter, string messageId, CancellationToken cancel)
    {
        var outcome = ComposeMail.Refuse(letter, messageId) is { } why
            ? new MailRefused(why, Passing: false)
            : await CarryAsync(letter, messageId, cancel);
        Report(messageId, outcome);
        return outcome;
    }

    private async Task<MailOutcome> CarryAsync(Letter letter, string messageId, CancellationToken cancel)
    {
        using var mail = ComposeMail.Of(letter, messageId, options, clock.GetUtcNow());
        using var patience = new CancellationTokenSource(options.Patience, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancel);
        using var root = options.CertificateAuthorityFile is { } file ? X509Certificate2.CreateFromPem(await File.ReadAllTextAsync(file, cancel)) : null;
        using var client = new SmtpClient { Timeout = (int)options.Timeout.TotalMilliseconds };
        if (root is not null)
        {
            client.CheckCertificateRevocation = false;
            client.ServerCertificateValidationCallback = (_, certificate, _, errors) => Trusts(root, certificate, errors);
        }

        if (await OpenAsync(client, both.Token) is { } closed)
        {
            return closed;
        }

        var outcome = await HandOverAsync(client, mail, both.Token);
        await QuitAsync(client, both.Token);
        return outcome;
    }

    // Nothing of the letter has been said yet, so whatever goes wrong here the answer is a plain no.
    private async Task<MailRefused?> OpenAsync(SmtpClient client, CancellationToken cancel)
    {
        try
        {
            await client.ConnectAsync(options.Host, options.Port, Socket(options.Security), cancel);
            if (options.User is { } user)
            {
                var password = (await File.ReadAllTextAsync(options.PasswordFile!, cancel)).TrimEnd('\r', '\n');
                await client.AuthenticateAsync(user, password, cancel);
            }

            return null;
        }
        catch (AuthenticationException)
        {
            return new("The mail server did not accept the user and password; nothing was sent.", Passing: false);
        }
        catch (SslHandshakeException)
        {
            return new("The mail server's certificate is not trusted for its name; nothing was sent.", Passing: false);
        }
        catch (NotSupportedException)
        {
            return new("The mail server does not offer STARTTLS or a way to sign in; nothing was sent.", Passing: false);
        }
        catch (Exception fault) when (IsOfTheLine(fault) || fault is CommandException)
        {
            return new("The mail server could not be reached; nothing was sent.", Passing: true);
        }
    }

    private static async Task<MailOutcome> HandOverAsync(SmtpClient client, MimeMessage mail, CancellationToken cancel)
    {
        try
        {
            return new MailAccepted(OneLine(await client.SendAsync(mail, cancel)));
        }
        catch (SmtpCommandException no)
        {
            var code = (int)no.StatusCode;
            return new MailRefused(string.Create(CultureInfo.InvariantCulture, $"{code} {OneLine(no.Message)}"), Passing: code is >= 400 and < 500);
        }
        catch (Exception fault) when (IsOfTheLine(fault))
        {
            return new MailUncertain("The line broke before the server's last word: the letter may have arrived or not.");
        }
    }

    private static async Task QuitAsync(SmtpClient client, CancellationToken cancel)
    {
        try
        {
            await client.DisconnectAsync(quit: client.IsConnected, cancel);
        }
        catch (Exception fault) when (IsOfTheLine(fault) || fault is CommandException)
        {
            // The letter's fate is known already; a rude goodbye changes nothing.
        }
    }

    private static bool IsOfTheLine(Exception fault) =>
        fault is IOException or SocketException or ProtocolException or OperationCanceledException or TimeoutException or ServiceNotConnectedException;

    private static SecureSocketOptions Socket(MailSecurity security) => security switch
    {
        MailSecurity.Tls => SecureSocketOptions.SslOnConnect,
        MailSecurity.None => SecureSocketOptions.None,
        _ => SecureSocketOptions.StartTls,
    };

    // Only the chain may be mended by our own root; a wrong name or a missing certificate stays wrong.
    private static bool Trusts(X509Certificate2 root, X509Certificate? certificate, SslPolicyErrors errors)
    {
        if (errors == SslPolicyErrors.None)
        {
            return true;
        }

        if (errors != SslPolicyErrors.RemoteCertificateChainErrors || certificate is not X509Certificate2 leaf)
        {
            return false;
        }

        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(root);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        return chain.Build(leaf);
    }

    private static string OneLine(string reply)
    {
        var line = new string([.. reply.ReplaceLineEndings(" ").Where(c => !char.IsControl(c))]);
        return line.Length > LongestReply ? line[..LongestReply] : line;
    }

    // A server's words may hold the address of a person, so the log gets the kind of outcome and the id alone.
    private void Report(string messageId, MailOutcome outcome)
    {
        var id = ComposeMail.IsMessageId(messageId) ? messageId : "(not an id)";
        switch (outcome)
        {
            case MailAccepted:
                Accepted(id);
                break;
            case MailRefused refused:
                Refused(id, refused.Passing);
                break;
            default:
                Uncertain(id);
                break;
        }
    }

    [LoggerMessage(1, LogLevel.Information, "The mail server took the letter {MessageId}.")]
    private partial void Accepted(string messageId);

    [LoggerMessage(2, LogLevel.Warning, "The letter {MessageId} was refused; passing: {Passing}.")]
    private partial void Refused(string messageId, bool passing);

    [LoggerMessage(3, LogLevel.Error, "Nobody knows whether the letter {MessageId} arrived.")]
    private partial void Uncertain(string messageId);
}
