using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Logging.Abstractions;

namespace Tarazy.Server.Commands.Scan.Report;

/// <summary>Draws the report as one page that needs nothing beside it.</summary>
internal static class ReportPage
{
    public static async Task WriteAsync(ScanResult result, TextWriter to)
    {
        // Everything but what HTML itself uses is written as it is: a Kazakh text stays readable in the source.
        await using var services = new ServiceCollection()
            .AddSingleton(HtmlEncoder.Create(UnicodeRanges.All))
            .BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        await to.WriteAsync("<!doctype html>\n");
        await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var parameters = ParameterView.FromDictionary(new Dictionary<string, object?> { [nameof(ScanPage.Result)] = result });
            var page = await renderer.RenderComponentAsync<ScanPage>(parameters);
            page.WriteHtmlTo(to);
        });
    }
}
