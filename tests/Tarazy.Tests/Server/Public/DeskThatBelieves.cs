using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Tarazy.Policy.Ages.Proofs.Demonstration;
using Tarazy.Server.Hosting;

namespace Tarazy.Tests.Server.Public;

/// <summary>A desk with one invented issuer on its list, and one more for tests that it must not believe.</summary>
public sealed class DeskThatBelieves : IAsyncLifetime
{
    public const string IssuerName = "https://issuer.example";

    private WebApplication _desk = null!;

    public DirectoryInfo Folder { get; } = Directory.CreateTempSubdirectory("tarazy-proofs-");

    public ECDsa Holder { get; } = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public HttpClient Program { get; private set; } = null!;

    internal TestIssuer Issuer { get; } = new(IssuerName, TimeProvider.System.GetUtcNow());

    internal HeardLines Heard { get; } = new();

    public async ValueTask InitializeAsync()
    {
        using var root = Issuer.Listed().Anchor!;
        var list = $"""
            schema_version: 1
            as_of: "2026-11-29"
            issuers:
              - id: "{IssuerName}"
                key: |
            {Indented(Issuer.Key.ExportSubjectPublicKeyInfoPem())}
                certificate: |
            {Indented(root.ExportCertificatePem())}
                source: "{IssuerName}/keys"
              - id: "https://test.example"
                key: |
            {Indented(Issuer.Key.ExportSubjectPublicKeyInfoPem())}
                source: "{IssuerName}/keys"
                test: true
            """;
        await File.WriteAllTextAsync(Path.Combine(Folder.FullName, "age-issuers.yaml"), list);
        _desk = DeskHost.Build(
            DeskFolder.Open(Folder.FullName), null, "http://127.0.0.1:0", new Dictionary<string, string?>(StringComparer.Ordinal) { ["Public:QuestionsAMinute"] = "1000", ["Logging:LogLevel:Tarazy"] = "Trace" });
        _desk.Services.GetRequiredService<ILoggerFactory>().AddProvider(Heard);
        await Migrations.ApplyAsync(_desk.Services, CancellationToken.None);
        await _desk.StartAsync();
        Program = new HttpClient(new HttpClientHandler { UseCookies = false }) { BaseAddress = new Uri(_desk.Urls.First()) };
    }

    public async ValueTask DisposeAsync()
    {
        Program.Dispose();
        await _desk.StopAsync(CancellationToken.None);
        await _desk.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Issuer.Dispose();
        Holder.Dispose();
        Heard.Dispose();
        Folder.Delete(recursive: true);
    }

    /// <summary>The database is open while it is read.</summary>
    public static async Task<byte[]> ReadAsync(string file)
    {
        await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes);
        return bytes.ToArray();
    }

    private static string Indented(string pem) => string.Join('\n', pem.Split('\n').Select(line => "      " + line.Trim()));

    /// <summary>Every line that the desk logs.</summary>
    internal sealed class HeardLines : ILoggerProvider, ILogger
    {
        private readonly ConcurrentQueue<string> _lines = [];

        public IReadOnlyCollection<string> Lines => _lines;

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            _lines.Enqueue(formatter(state, exception));

        public void Dispose() => _lines.Clear();
    }
}
