namespace Tarazy.Server.Public.Forms;

/// <summary>Sends the browser to a page after a form, so that reloading does not send the form again.</summary>
internal sealed class SeeOther(string to) : IResult
{
    public string To { get; } = to;

    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        httpContext.Response.Headers.Location = To;
        return Task.CompletedTask;
    }
}
