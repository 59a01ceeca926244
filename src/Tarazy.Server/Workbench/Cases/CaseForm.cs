using System.Globalization;

namespace Tarazy.Server.Workbench.Cases;

/// <summary>What the small forms on a case send.</summary>
internal sealed record CaseForm(int Version, string Words, string Filter)
{
    private const int LongestWords = 5_000;

    /// <summary>Read from the form and the query; what is missing is empty, and a version that is no number is no version of the case.</summary>
    public static async ValueTask<CaseForm?> BindAsync(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var words = form[CaseForms.Words].ToString();
        return new CaseForm(
            int.TryParse(form[CaseForms.Version], NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : -1,
            words.Length > LongestWords ? words[..LongestWords] : words,
            http.Request.Query[CaseForms.Filter].ToString() is { Length: > 0 and < 40 } filter ? filter : "all");
    }
}
