using System.Globalization;

namespace Tarazy.Benchmarks.Export;

/// <summary><c>make</c>: writes an invented export of a given size. The same size gives the same file.</summary>
internal static class MakeExport
{
    public static int Run(string file, string bytes)
    {
        var corpus = Corpus.Load(Environment.GetEnvironmentVariable("TARAZY_DATA"));
        var messages = new ExportMaker(corpus).Write(file, long.Parse(bytes, CultureInfo.InvariantCulture));
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{file}: {messages} messages, words of {corpus.Source}"));
        return 0;
    }
}
