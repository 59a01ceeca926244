using Microsoft.AspNetCore.Http.Extensions;

namespace Tarazy.Server.Web.Shell;

/// <summary>The address of the page that is shown, with one choice changed.</summary>
internal static class SameAddress
{
    public static string With(HttpContext? http, string name, string value)
    {
        // A page that answers a POST has no address of its own to go back to but its path.
        var query = new QueryBuilder(http is null || !HttpMethods.IsGet(http.Request.Method)
            ? []
            : http.Request.Query.Where(q => q.Key != name).SelectMany(q => q.Value, (q, v) => KeyValuePair.Create(q.Key, v ?? "")));
        query.Add(name, value);
        return query.ToString();
    }
}
