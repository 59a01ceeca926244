using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using MimeKit;
using MimeKit.Cryptography;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.OpenSsl;
using Tarazy.Notice.Delivery;
using Tarazy.Records.Notices;
using Tarazy.TestKit.Mail;

namespace Tarazy.Tests.Notice.Delivery;

public class MailKitCarrierTests
{
    private const string Id = "n-2026-0007.1@desk.example";
    private static readonly Letter ALetter = new("email", "abuse@platform.example", "kk", "Хабарлама N-2026-0007: соғысқа жалдау", "Төмендегі жазбаны жоюды сұраймыз.\n> Контракт, фронт\n.\nСоңы\n");

    [Fact]
    public async Task A_letter_arrives_as_it_was_written_with_the_id_the_caller_gave()
    {
        await using var sink = new SmtpSink();
        var outcome = await Carrier(Plain(sink)).SendAsync(ALetter, Id, TestContext.Current.CancellationToken);

        Assert.Equal("2.0.0 Kept as number 1", Assert.IsType<MailAccepted>(outcome).Reply);
        var mail = Read(Assert.Single(sink.Letters));
        Assert.Equal(Id, mail.MessageId);
        Assert.Equal(ALetter.Subject, mail.Subject);
        Assert.Equal(ALetter.Body, mail.TextBody?.ReplaceLineEndings("\n"));
        Assert.Equal("desk@desk.example", Assert.IsType<MailboxAddress>(Assert.Single(mail.From)).Address);
        Assert.Equal("abuse@platform.example", Assert.IsType<MailboxAddress>(Assert.Single(mail.To)).Address);
        Assert.Equal("RCPT TO:<abuse@platform.example>", Assert.Single(sink.Recipients), ignoreCase: true);
    }

    [Theory]
    [InlineData(SinkManner.RefuseRecipient, "550", false)]
    [InlineData(SinkManner.RefuseForNow, "451", true)]
    [InlineData(SinkManner.RefuseContent, "554", false)]
    public async Task A_refusal_is_told_with_the_servers_code_and_whether_it_may_pass(SinkManner manner, string code, bool passing)
    {
        await using var sink = new SmtpSink(manner);
        var refused = Assert.IsType<MailRefused>(await Carrier(Plain(sink)).SendAsync(ALetter, Id, TestContext.Current.CancellationToken));
        Assert.StartsWith(code, refused.Why, StringComparison.Ordinal);
        Assert.Equal(passing, refused.Passing);
    }

    [Fact]
    public async Task A_line_that_breaks_before_the_last_word_leaves_the_letter_uncertain()
    {
        await using var sink = new SmtpSink(SinkManner.HangUpAfterContent);
        Assert.IsType<MailUncertain>(await Carrier(Plain(sink)).SendAsync(ALetter, Id, TestContext.Current.CancellationToken));
        Assert.Single(sink.Letters);
    }

    [Fact]
    public async Task A_server_that_never_answers_is_waited_for_as_long_as_the_options_say()
    {
        await using var sink = new SmtpSink(SinkManner.StaySilentAfterContent);
        var clock = new FakeTimeProvider();
        var sending = new MailKitCarrier(Plain(sink), clock, new Lines()).SendAsync(ALetter, Id, TestContext.Current.CancellationToken);
        await sink.Received;
        clock.Advance(TimeSpan.FromSeconds(119));
        Assert.False(sending.IsCompleted);
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.IsType<MailUncertain>(await sending);
    }

    [Fact]
    public async Task A_caller_who_stops_before_the_letter_was_begun_hears_a_plain_no()
    {
        await using var sink = new SmtpSink();
        Assert.IsType<MailRefused>(await Carrier(Plain(sink)).SendAsync(ALetter, Id, new CancellationToken(canceled: true)));
        Assert.Empty(sink.Letters);
    }

    [Fact]
    public async Task A_line_that_breaks_before_the_letter_was_begun_is_a_plain_no()
    {
        await using var sink = new SmtpSink(SinkManner.HangUpAtOnce);
        Assert.True(Assert.IsType<MailRefused>(await Carrier(Plain(sink)).SendAsync(ALetter, Id, TestContext.Current.CancellationToken)).Passing);
        Assert.Empty(sink.Letters);
    }

    [Fact]
    public async Task Nobody_at_the_port_is_a_plain_no()
    {
        int port;
        await using (var gone = new SmtpSink())
        {
            port = gone.Port;
        }

        var options = new MailOptions { Host = "127.0.0.1", Port = port, Security = MailSecurity.None, From = "desk@desk.example" };
        Assert.True(Assert.IsType<MailRefused>(await Carrier(options).SendAsync(ALetter, Id, TestContext.Current.CancellationToken)).Passing);
    }

    [Fact]
    public async Task A_server_without_starttls_gets_nothing_when_tls_is_asked_for()
    {
        await using var sink = new SmtpSink();
        var options = Plain(sink);
        options.Security = MailSecurity.StartTls;
        Assert.False(Assert.IsType<MailRefused>(await Carrier(options).SendAsync(ALetter, Id, TestContext.Current.CancellationToken)).Passing);
        Assert.Empty(sink.Letters);
    }

    [Theory]
    [InlineData("abuse@platform.example\r\nBcc: all@platform.example", "s", Id)]
    [InlineData("abuse@platform.example, all@platform.example", "s", Id)]
    [InlineData("abuse@platform.example;all@platform.example", "s", Id)]
    [InlineData("\"a\" <abuse@platform.example>", "s", Id)]
    [InlineData("abuse", "s", Id)]
    [InlineData("", "s", Id)]
    [InlineData("abuse@platform.example", "s\r\nBcc: all@platform.example", Id)]
    [InlineData("abuse@platform.example", "s\nBcc: all@platform.example", Id)]
    [InlineData("abuse@platform.example", "", Id)]
    [InlineData("abuse@platform.example", "s", "a@b\r\nBcc: all@platform.example")]
    [InlineData("abuse@platform.example", "s", "a@b> <c@d")]
    [InlineData("abuse@platform.example", "s", "no-at")]
    [InlineData("abuse@platform.example", "s", ".a@b")]
    public async Task No_header_and_no_recipient_can_be_smuggled_in(string to, string subject, string id)
    {
        await using var sink = new SmtpSink();
        var letter = ALetter with { To = to, Subject = subject };
        Assert.False(Assert.IsType<MailRefused>(await Carrier(Plain(sink)).SendAsync(letter, id, TestContext.Current.CancellationToken)).Passing);
        Assert.Empty(sink.Letters);
        Assert.Empty(sink.Recipients);
    }

    [Fact]
    public async Task What_looks_like_headers_in_the_body_stays_body()
    {
        await using var sink = new SmtpSink();
        var letter = ALetter with { Body = "Bcc: all@platform.example\n\nQUIT\n.\nRCPT TO:<x@y>\n", Language = "kk\r\nX-Evil: 1" };
        Assert.IsType<MailAccepted>(await Carrier(Plain(sink)).SendAsync(letter, Id, TestContext.Current.CancellationToken));
        var mail = Read(Assert.Single(sink.Letters));
        Assert.Empty(mail.Bcc);
        Assert.DoesNotContain(mail.Headers, h => h.Field == "X-Evil");
        Assert.Equal(letter.Body, mail.TextBody?.ReplaceLineEndings("\n"));
        Assert.Single(sink.Recipients);
    }

    [Fact]
    public async Task A_letter_for_a_form_does_not_travel_by_mail()
    {
        await using var sink = new SmtpSink();
        Assert.IsType<MailRefused>(await Carrier(Plain(sink)).SendAsync(ALetter with { Route = "form" }, Id, TestContext.Current.CancellationToken));
        Assert.Empty(sink.Letters);
    }

    [Theory]
    [InlineData(SinkManner.Accept)]
    [InlineData(SinkManner.RefuseRecipient)]
    [InlineData(SinkManner.HangUpAfterContent)]
    public async Task The_log_holds_neither_words_nor_addresses(SinkManner manner)
    {
        await using var sink = new SmtpSink(manner);
        var log = new Lines();
        await new MailKitCarrier(Plain(sink), TimeProvider.System, log).SendAsync(ALetter, Id, TestContext.Current.CancellationToken);
        var line = Assert.Single(log.Written);
        Assert.Contains(Id, line, StringComparison.Ordinal);
        Assert.DoesNotContain("platform.example", line, StringComparison.Ordinal);
        Assert.DoesNotContain("desk@", line, StringComparison.Ordinal);
        Assert.DoesNotContain("жаз", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_signed_letter_verifies_with_the_public_key()
    {
        using var key = RSA.Create(2048);
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, key.ExportRSAPrivateKeyPem(), TestContext.Current.CancellationToken);
            await using var sink = new SmtpSink();
            var options = Plain(sink);
            options.Dkim = new DkimOptions { Domain = "desk.example", Selector = "n1", KeyFile = file };
            Assert.IsType<MailAccepted>(await Carrier(options).SendAsync(ALetter, Id, TestContext.Current.CancellationToken));

            var wire = Assert.Single(sink.Letters);
            Assert.True(await Verifies(wire, key));
            Assert.False(await Verifies(wire.Replace("desk@desk.example", "fake@desk.example", StringComparison.Ordinal), key));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task A_letter_goes_through_a_real_server_with_starttls_and_a_password()
    {
        Assert.SkipWhen(DovecotSubmission.Why() is not null, DovecotSubmission.Why() ?? "");
        await using var server = await DovecotSubmission.StartAsync(TestContext.Current.CancellationToken);
        var outcome = await Carrier(Through(server)).SendAsync(ALetter, Id, TestContext.Current.CancellationToken);

        Assert.IsType<MailAccepted>(outcome);
        var mail = Read(Assert.Single(server.Sink.Letters));
        Assert.Equal(ALetter.Subject, mail.Subject);
        Assert.Equal(ALetter.Body, mail.TextBody?.ReplaceLineEndings("\n"));
        Assert.Equal(Id, mail.MessageId);
    }

    [Fact]
    public async Task A_real_server_with_an_unknown_certificate_or_another_name_or_a_wrong_password_gets_nothing()
    {
        Assert.SkipWhen(DovecotSubmission.Why() is not null, DovecotSubmission.Why() ?? "");
        await using var server = await DovecotSubmission.StartAsync(TestContext.Current.CancellationToken);

        var unknown = Through(server);
        unknown.CertificateAuthorityFile = null;
        Assert.Contains("certificate", await Refused(unknown), StringComparison.Ordinal);

        var otherName = Through(server);
        otherName.Host = "127.0.0.1";
        Assert.Contains("certificate", await Refused(otherName), StringComparison.Ordinal);

        var wrong = Through(server);
        wrong.PasswordFile = server.CertificateFile;
        Assert.Contains("password", await Refused(wrong), StringComparison.Ordinal);
        Assert.Empty(server.Sink.Letters);
    }

    [Theory]
    [InlineData("mail.example", MailSecurity.None, "desk@desk.example", null, false)]
    [InlineData("127.0.0.1", MailSecurity.None, "desk@desk.example", null, true)]
    [InlineData("mail.example", MailSecurity.Tls, "desk@desk.example", null, true)]
    [InlineData("mail.example", MailSecurity.Tls, "desk", null, false)]
    [InlineData("mail.example", MailSecurity.Tls, "desk@desk.example", "user", false)]
    [InlineData("", MailSecurity.Tls, "desk@desk.example", null, false)]
    public void Options_that_cannot_be_right_stop_the_start(string host, MailSecurity security, string from, string? user, bool right)
    {
        var options = new MailOptions { Host = host, Security = security, From = from, User = user };
        Assert.Equal(right, Validator.TryValidateObject(options, new ValidationContext(options), [], validateAllProperties: true));
    }

    private static async Task<string> Refused(MailOptions options) =>
        Assert.IsType<MailRefused>(await Carrier(options).SendAsync(ALetter, Id, TestContext.Current.CancellationToken)).Why;

    private static MailKitCarrier Carrier(MailOptions options) => new(options, TimeProvider.System, new Lines());

    private static MailOptions Plain(SmtpSink sink) =>
        new() { Host = "127.0.0.1", Port = sink.Port, Security = MailSecurity.None, From = "desk@desk.example", FromName = "Tarazy" };

    private static MailOptions Through(DovecotSubmission server) => new()
    {
        Host = "localhost",
        Port = server.Port,
        User = DovecotSubmission.User,
        PasswordFile = server.PasswordFile,
        CertificateAuthorityFile = server.CertificateFile,
        From = "desk@desk.example",
    };

    private static MimeMessage Read(string wire) => MimeMessage.Load(new MemoryStream(Encoding.Latin1.GetBytes(wire)));

    private static async Task<bool> Verifies(string wire, RSA key)
    {
        var mail = Read(wire);
        var header = mail.Headers.Single(h => h.Id == HeaderId.DkimSignature);
        return await new DkimVerifier(new OneKey(key)).VerifyAsync(mail, header);
    }

    private sealed class OneKey(RSA key) : IDkimPublicKeyLocator
    {
        public AsymmetricKeyParameter LocatePublicKey(string methods, string domain, string selector, CancellationToken cancellationToken = default) =>
            (AsymmetricKeyParameter)new PemReader(new StringReader(key.ExportSubjectPublicKeyInfoPem())).ReadObject();

        public Task<AsymmetricKeyParameter> LocatePublicKeyAsync(string methods, string domain, string selector, CancellationToken cancellationToken = default) =>
            Task.FromResult(LocatePublicKey(methods, domain, selector, cancellationToken));
    }

    private sealed class Lines : ILogger<MailKitCarrier>
    {
        public List<string> Written { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Written.Add(string.Create(CultureInfo.InvariantCulture, $"{formatter(state, exception)} {exception}"));
    }
}
