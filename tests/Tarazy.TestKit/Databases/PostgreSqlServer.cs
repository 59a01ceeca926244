using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Tarazy.TestKit.Databases;

/// <summary>
/// One PostgreSQL server a test run, started when the first test asks for it, in a temporary folder on a spare loopback port,
/// and ended by its own process id. The binaries are Debian's; where they are absent, tests skip with <see cref="WhyAbsent"/>.
/// </summary>
public sealed class PostgreSqlServer
{
    private const string SystemUser = "postgres";
    private static readonly string? Binaries = FindBinaries();
    private static readonly Lazy<Task<PostgreSqlServer>> Running = new(StartAsync);
    private static int _databases;

    private readonly Process _process;
    private readonly DirectoryInfo _folder;
    private readonly string _admin;

    private PostgreSqlServer(Process process, DirectoryInfo folder, string admin)
    {
        _process = process;
        _folder = folder;
        _admin = admin;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Stop();
    }

    /// <summary>Null when the server can run; else the reason for <c>Assert.Skip</c>.</summary>
    public static string? WhyAbsent => Binaries is null ? "needs PostgreSQL's initdb and postgres under /usr/lib/postgresql" : null;

    public static async Task<PostgreSqlDatabase> NewDatabaseAsync()
    {
        var server = await Running.Value;
        var number = Interlocked.Increment(ref _databases);
        return await PostgreSqlDatabase.CreateAsync(server._admin, string.Create(CultureInfo.InvariantCulture, $"test_{number}"));
    }

    private static string? FindBinaries()
    {
        const string Versions = "/usr/lib/postgresql";
        return !Directory.Exists(Versions)
            ? null
            : Directory.GetDirectories(Versions)
                .Select(v => Path.Combine(v, "bin"))
                .Where(b => File.Exists(Path.Combine(b, "postgres")) && File.Exists(Path.Combine(b, "initdb")))
                .Order(StringComparer.Ordinal)
                .LastOrDefault();
    }

    private static async Task<PostgreSqlServer> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("tarazy-postgres-");
        if (Environment.IsPrivilegedProcess)
        {
            await RunAsync("chown", [$"{SystemUser}:", folder.FullName]);
        }

        var data = Path.Combine(folder.FullName, "data");
        await RunAsync(
            Path.Combine(Binaries!, "initdb"),
            ["-D", data, "-A", "trust", "-U", SystemUser, "-E", "UTF8", "--locale=C", "--no-sync"],
            asSystemUser: true);
        var port = SparePort();
        var admin = string.Create(
            CultureInfo.InvariantCulture, $"Host=127.0.0.1;Port={port};Username={SystemUser};Database=postgres;Pooling=false");
        var process = Start(
            Path.Combine(Binaries!, "postgres"),
            [
                "-D", data, "-h", "127.0.0.1", "-p", port.ToString(CultureInfo.InvariantCulture), "-k", folder.FullName,
                "-c", "fsync=off", "-c", "max_connections=200", "-c", "shared_buffers=64MB", "-c", "log_min_messages=fatal",
            ],
            asSystemUser: true);
        var server = new PostgreSqlServer(process, folder, admin);
        await server.WaitUntilReadyAsync();
        return server;
    }

    private async Task WaitUntilReadyAsync()
    {
        var started = Stopwatch.GetTimestamp();
        while (true)
        {
            try
            {
                await using var connection = new NpgsqlConnection(_admin);
                await connection.OpenAsync();
                return;
            }
            catch (NpgsqlException) when (!_process.HasExited && Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(60))
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50));
            }
        }
    }

    private void Stop()
    {
        if (!_process.HasExited)
        {
            // SIGINT is PostgreSQL's fast shutdown; .NET itself can only send SIGKILL.
            using var kill = Process.Start("kill", ["-INT", _process.Id.ToString(CultureInfo.InvariantCulture)]);
            kill.WaitForExit();
            if (!_process.WaitForExit(TimeSpan.FromSeconds(10)))
            {
                _process.Kill();
            }
        }

        _folder.Delete(recursive: true);
    }

    private static int SparePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    private static async Task RunAsync(string program, string[] arguments, bool asSystemUser = false)
    {
        using var process = Start(program, arguments, asSystemUser);
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} ended with {process.ExitCode}.");
        }
    }

    private static Process Start(string program, string[] arguments, bool asSystemUser)
    {
        // PostgreSQL refuses to run as root. setpriv replaces itself by the program, so the process id is the server's own.
        var start = asSystemUser && Environment.IsPrivilegedProcess
            ? new ProcessStartInfo("setpriv", ["--reuid", SystemUser, "--regid", SystemUser, "--clear-groups", program, .. arguments])
            : new ProcessStartInfo(program, arguments);
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        start.WorkingDirectory = "/";
        var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }
}
