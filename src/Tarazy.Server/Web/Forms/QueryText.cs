namespace Tarazy.Server.Web.Forms;

internal static class QueryText
{
    /// <summary>What a query says under a name, without the blanks around it; empty where it says nothing. The first of several counts.</summary>
    public static string Asked(this IQueryCollection query, string name) => query[name] is [{ } value, ..] ? value.Trim() : "";
}
