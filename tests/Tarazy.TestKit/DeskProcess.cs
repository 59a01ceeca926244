using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Tarazy.TestKit;

/// <summary>
/// A real desk in a process of its own, on a spare loopback port and in a folder of its own. It can be killed without a
/// warning and started again on the same folder; it is ended by its own process id when the test ends.
/// </summary>
public sealed class DeskProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartWithin = TimeSpan.FromSeconds(90);
    private readonly string[] _arguments;
    private readonly Dictionary<string, string> _environment;
    private readonly List<string> _output = [];
    private Process? _process;

    private DeskProcess(string folder, int port, string[] arguments, Dictionary<string, string> environment)
    {
        Folder = folder;
        Url = $"http://127.0.0.1:{port}";
        _arguments = arguments;
        _environment = environment;
    }

    public string Folder { get; }

    public string Url { get; }

    /// <summary>The executable that the build made for the configuration under test.</summary>
    public static string Executable { get; } = FindExecutable();

    /// <summary>What it printed so far, all starts together.</summary>
    public string Output
    {
        get
        {
            lock (_output)
            {
                return string.Join('\n', _output);
            }
        }
    }

    /// <param name="arguments">Options of <c>tarazy serve</c> beside folder and address.</param>
    /// <param name="settings">Settings by environment, e.g. <c>TARAZY_Review__UndoFor</c>.</param>
    public static async Task<DeskProcess> StartAsync(
        string[] arguments, IReadOnlyDictionary<string, string>? settings = null, CancellationToken cancel = default)
    {
        var folder = Directory.CreateTempSubdirectory("tarazy-desk-").FullName;
        var desk = new DeskProcess(folder, FreePort(), arguments, new Dictionary<string, string>(settings ?? new Dictionary<string, string>()));
        await desk.StartAgainAsync(cancel);
        return desk;
    }

    public async Task StartAgainAsync(CancellationToken cancel = default)
    {
        var start = new ProcessStartInfo(Executable, ["serve", "--data", Folder, "--url", Url, .. _arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Folder,
        };
        foreach (var (name, value) in _environment)
        {
            start.Environment[name] = value;
        }

        _process = Process.Start(start) ?? throw new InvalidOperationException($"{Executable} did not start.");
        _process.OutputDataReceived += Keep;
        _process.ErrorDataReceived += Keep;
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        await AnswersAsync(cancel);
    }

    /// <summary>Ends the process as a power cut would: no signal that it could handle.</summary>
    public async Task KillAsync()
    {
        if (_process is { HasExited: false } process)
        {
            process.Kill();
            await process.WaitForExitAsync();
        }

        _process?.Dispose();
        _process = null;
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        Directory.Delete(Folder, recursive: true);
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private async Task AnswersAsync(CancellationToken cancel)
    {
        using var http = new HttpClient();
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed < StartWithin)
        {
            if (_process is not { HasExited: false })
            {
                throw new InvalidOperationException($"The desk ended at its start:\n{Output}");
            }

            try
            {
                using var answer = await http.GetAsync($"{Url}/healthz", cancel);
                if (answer.IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            await Task.Delay(100, cancel);
        }

        throw new TimeoutException($"The desk did not answer within {StartWithin.TotalSeconds} s:\n{Output}");
    }

    private void Keep(object sender, DataReceivedEventArgs line)
    {
        if (line.Data is { } text)
        {
            lock (_output)
            {
                _output.Add(text);
            }
        }
    }

    private static string FindExecutable()
    {
        // .../artifacts/bin/<test project>/<configuration>/ → .../artifacts/bin/Tarazy.Server/<configuration>/tarazy
        var configuration = Path.GetFileName(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        return Repository.Path("artifacts", "bin", "Tarazy.Server", configuration, OperatingSystem.IsWindows() ? "tarazy.exe" : "tarazy");
    }
}
