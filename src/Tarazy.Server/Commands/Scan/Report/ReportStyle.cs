using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Components;

namespace Tarazy.Server.Commands.Scan.Report;

/// <summary>The one style block of the report, and the policy that allows it and nothing else.</summary>
internal static class ReportStyle
{
    private static readonly string Sheet = Read();

    /// <summary>Nothing may be loaded or sent: no script, no picture, no form; the style block is named by its hash.</summary>
    public static string Policy { get; } =
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Sheet)))}'; base-uri 'none'; form-action 'none'";

    public static MarkupString Element { get; } = new($"<style>{Sheet}</style>");

    public static string Version { get; } =
        typeof(ReportStyle).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "";

    private static string Read()
    {
        using var stream = typeof(ReportStyle).Assembly.GetManifestResourceStream("Tarazy.Server.Commands.Scan.Report.report.css")
            ?? throw new InvalidOperationException("The report's style sheet is not in the program.");
        using var reader = new StreamReader(stream);

        // A browser reads CR LF as LF before it hashes; so does the policy.
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
