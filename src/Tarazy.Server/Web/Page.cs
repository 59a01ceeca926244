using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Tarazy.Server.Web;

/// <summary>Answers with a page: every page component takes one parameter named <c>View</c>.</summary>
internal static class Page
{
    public static RazorComponentResult<TPage> Of<TPage>(object view, int status = StatusCodes.Status200OK)
        where TPage : IComponent =>
        new(new Dictionary<string, object?> { ["View"] = view })
        {
            StatusCode = status,
            ContentType = "text/html; charset=utf-8",
            PreventStreamingRendering = true,
        };
}
