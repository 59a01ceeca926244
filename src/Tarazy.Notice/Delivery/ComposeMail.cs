using MimeKit;
using MimeKit.Cryptography;
using Tarazy.Records.Notices;

namespace Tarazy.Notice.Delivery;

/// <summary>Turns a letter into a mail. What could smuggle a header or a second recipient is refused before anything is built.</summary>
internal static class ComposeMail
{
    private const int LongestSubject = 500;
    private const int LongestMessageId = 200;
    private static readonly HeaderId[] Signed = [HeaderId.From, HeaderId.To, HeaderId.Subject, HeaderId.Date, HeaderId.MessageId, HeaderId.ContentType];

    /// <summary>Why not, or null.</summary>
    public static string? Refuse(Letter letter, string messageId)
    {
        if (letter.Route != "email")
        {
            return "The letter does not travel by mail.";
        }

        if (letter.To.Any(c => c is <= ' ' or > '~' or ',' or ';' or '<' or '>' or '"' or '(' or ')')
            || !MailboxAddress.TryParse(letter.To, out var mailbox) || mailbox.Address != letter.To || mailbox.Domain.Length == 0)
        {
            return "The recipient is not one plain mailbox.";
        }

        if (letter.Subject.Length is 0 or > LongestSubject || letter.Subject.Any(char.IsControl))
        {
            return "The subject is empty, too long or not one line.";
        }

        return IsMessageId(messageId) ? null : "The message id is not one.";
    }

    public static MimeMessage Of(Letter letter, string messageId, MailOptions options, DateTimeOffset now)
    {
        var mail = new MimeMessage
        {
            Subject = letter.Subject,
            Date = now,
            MessageId = messageId,
            Body = new TextPart("plain") { Text = letter.Body },
        };
        mail.From.Add(new MailboxAddress(options.FromName ?? "", options.From));
        mail.To.Add(new MailboxAddress("", letter.To));
        mail.Headers.Add(HeaderId.ContentLanguage, new string([.. letter.Language.Where(char.IsAsciiLetter)]));

        // Seven bits survive every relay, and a signature must not be broken by one that converts.
        mail.Prepare(EncodingConstraint.SevenBit);
        if (options.Dkim is { } dkim)
        {
            var signer = new DkimSigner(dkim.KeyFile, dkim.Domain, dkim.Selector)
            {
                HeaderCanonicalizationAlgorithm = DkimCanonicalizationAlgorithm.Relaxed,
                BodyCanonicalizationAlgorithm = DkimCanonicalizationAlgorithm.Relaxed,
            };
            signer.Sign(mail, Signed);
        }

        return mail;
    }

    public static bool IsMessageId(string id) =>
        id.Length <= LongestMessageId
        && id.Split('@') is [{ Length: > 0 } left, { Length: > 0 } right]
        && left.Concat(right).All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_')
        && !id.Contains("..", StringComparison.Ordinal)
        && left[0] != '.' && left[^1] != '.' && right[0] != '.' && right[^1] != '.';
}
