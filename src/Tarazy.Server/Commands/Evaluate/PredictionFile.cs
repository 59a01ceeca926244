using System.Text;

namespace Tarazy.Server.Commands.Evaluate;

/// <summary>
/// Where predictions go: standard output, or a file. The file has its name only when it is whole, so that nobody scores half of one, and
/// what stood there before is kept until then.
/// </summary>
internal sealed class PredictionFile : IDisposable
{
    private const string Unfinished = ".part";

    private readonly FileInfo? _file;
    private readonly StreamWriter? _part;

    private PredictionFile(FileInfo? file, StreamWriter? part) => (_file, _part) = (file, part);

    public TextWriter To => _part ?? Console.Out;

    /// <exception cref="EvaluateRefusedException">The file cannot be written there.</exception>
    public static PredictionFile Open(FileInfo? file)
    {
        try
        {
            return file is null ? new(null, null) : new(file, new StreamWriter(file.FullName + Unfinished, append: false, new UTF8Encoding(false)));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new EvaluateRefusedException($"{file} cannot be written ({fault.Message}); nothing was read.");
        }
    }

    /// <summary>Gives the file its name: all predictions are in it.</summary>
    /// <returns>Words for the last line: where they are.</returns>
    public string Finish()
    {
        if (_file is null)
        {
            return string.Empty;
        }

        _part!.Dispose();
        File.Move(_file.FullName + Unfinished, _file.FullName, overwrite: true);
        return $" in {_file.Name}";
    }

    /// <summary>Keeps what was written under a name that says that it is not all, or nothing where nothing was.</summary>
    /// <returns>A sentence about what was kept.</returns>
    public string Abandon(int rows)
    {
        if (_file is null)
        {
            return string.Empty;
        }

        _part!.Dispose();
        if (rows == 0)
        {
            File.Delete(_file.FullName + Unfinished);
            return File.Exists(_file.FullName) ? $"No prediction was made; {_file.Name} is as it was." : "No prediction was made, and nothing was written.";
        }

        return $"Predictions made before it: {rows}, in {_file.Name}{Unfinished}.";
    }

    public void Dispose() => _part?.Dispose();
}
