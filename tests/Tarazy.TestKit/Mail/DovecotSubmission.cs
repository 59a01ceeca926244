using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Tarazy.TestKit.Mail;

/// <summary>Dovecot's submission service on a spare loopback port: STARTTLS and a password are asked for, letters go on to a sink.</summary>
public sealed class DovecotSubmission : IAsyncDisposable
{
    public const string User = "desk";
    private const string Program = "/usr/sbin/dovecot";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly DirectoryInfo _folder;
    private readonly Process _process;

    private DovecotSubmission(DirectoryInfo folder, Process process, SmtpSink sink, int port)
    {
        _folder = folder;
        _process = process;
        Sink = sink;
        Port = port;
    }

    public SmtpSink Sink { get; }

    public int Port { get; }

    public string PasswordFile => Path.Combine(_folder.FullName, "password");

    /// <summary>The certificate, for localhost, that the server shows; it signed itself.</summary>
    public string CertificateFile => Path.Combine(_folder.FullName, "cert.pem");

    /// <summary>Why a test has to be skipped here, or null.</summary>
    public static string? Why()
    {
        if (!File.Exists(Program) || !File.Exists("/usr/lib/dovecot/submission"))
        {
            return "needs Debian's dovecot-core and dovecot-submissiond";
        }

        return Environment.IsPrivilegedProcess ? null : "Dovecot needs root to become its own users";
    }

    public static async Task<DovecotSubmission> StartAsync(CancellationToken cancel)
    {
        var folder = Directory.CreateTempSubdirectory("tarazy-mail-");
        var sink = new SmtpSink();
        var port = SparePort();
        Prepare(folder.FullName, port, sink.Port);
        var start = new ProcessStartInfo(Program, ["-F", "-c", Path.Combine(folder.FullName, "dovecot.conf")])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var process = Process.Start(start) ?? throw new InvalidOperationException("Dovecot did not start.");
        var server = new DovecotSubmission(folder, process, sink, port);
        await server.WaitAsync(cancel);
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        // The master is asked by its own pid, so that it ends its children as well.
        using (var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]))
        {
            await kill.WaitForExitAsync();
        }

        using var patience = new CancellationTokenSource(Patience);
        await _process.WaitForExitAsync(patience.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
        await Sink.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private async Task WaitAsync(CancellationToken cancel)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(Patience);
        while (true)
        {
            using var probe = new TcpClient();
            try
            {
                await probe.ConnectAsync(IPAddress.Loopback, Port, patience.Token);
                return;
            }
            catch (SocketException) when (!_process.HasExited)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50), patience.Token);
            }
        }
    }

    private static void Prepare(string folder, int port, int relay)
    {
        if (OperatingSystem.IsWindows())
        {
            throw new PlatformNotSupportedException("Dovecot does not run here; Why() says so.");
        }

        // The login process runs as another user and has to reach its sockets.
        File.SetUnixFileMode(folder, (UnixFileMode)Convert.ToInt32("755", 8));
        Directory.CreateDirectory(Path.Combine(folder, "state"));
        File.SetUnixFileMode(Directory.CreateDirectory(Path.Combine(folder, "home")).FullName, (UnixFileMode)Convert.ToInt32("777", 8));
        Certificate(folder);
        var password = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(12));
        File.WriteAllText(Path.Combine(folder, "password"), password + "\n");
        File.WriteAllText(Path.Combine(folder, "users"), $"{User}:{{PLAIN}}{password}\n");
        File.WriteAllText(Path.Combine(folder, "dovecot.conf"), Configuration(folder, port, relay));
    }

    private static string Configuration(string folder, int port, int relay) => string.Create(CultureInfo.InvariantCulture, $$"""
        base_dir = {{folder}}/run
        state_dir = {{folder}}/state
        log_path = {{folder}}/log
        protocols = submission
        listen = 127.0.0.1
        hostname = localhost
        ssl = required
        ssl_cert = <{{folder}}/cert.pem
        ssl_key = <{{folder}}/key.pem
        disable_plaintext_auth = yes
        auth_mechanisms = plain
        mail_location = maildir:{{folder}}/home
        first_valid_uid = 1
        service submission-login {
          inet_listener submission {
            port = {{port}}
          }
        }
        submission_relay_host = 127.0.0.1
        submission_relay_port = {{relay}}
        passdb {
          driver = passwd-file
          args = scheme=PLAIN {{folder}}/users
        }
        userdb {
          driver = static
          args = uid=nobody gid=nogroup home={{folder}}/home
        }

        """);

    private static void Certificate(string folder)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, 0, critical: true));
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(2));
        File.WriteAllText(Path.Combine(folder, "cert.pem"), certificate.ExportCertificatePem());
        File.WriteAllText(Path.Combine(folder, "key.pem"), key.ExportPkcs8PrivateKeyPem());
    }

    private static int SparePort()
    {
        using var spare = new TcpListener(IPAddress.Loopback, 0);
        spare.Start();
        return ((IPEndPoint)spare.LocalEndpoint).Port;
    }
}
