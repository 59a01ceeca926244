using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Components;

namespace Tarazy.Server.Commands.Scan.Report;

/// <summary>The one style block of the report, and the policy that allows it and nothing else.</summary>
internal static class ReportStyle
{
    /// <summary>What every page has, then the report's own.</summary>
    private static readonly string[] Sheets = ["report/tokens.css", "report/shared.css", "report/report.css"];

    private static readonly string Sheet = Read();

    /// <summary>Nothing may be loaded or sent: no script, no picture, no form; the style block is named by its hash.</summary>
    public static string Policy { get; } =
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Sheet)))}'; base-uri 'none'; form-action 'none'";

    public static MarkupString Element { get; } = new($"<style>{Sheet}</style>");

    public static string Version { get; } =
        typeof(ReportStyle).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "";

    private static string Read() => string.Join('\n', Sheets.Select(Read));

    private static string Read(string sheet)
    {
        using var stream = typeof(ReportStyle).Assembly.GetManifestResourceStream(sheet)
            ?? throw new InvalidOperationException($"The style sheet {sheet} is not in the program.");
        using var reader = new StreamReader(stream);

        // A browser reads CR LF as LF before it hashes; so does the policy.
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
