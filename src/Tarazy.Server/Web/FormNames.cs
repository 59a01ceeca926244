using System.Text.Json;

namespace Tarazy.Server.Web;

/// <summary>Enum values as forms and texts name them: <c>RightsOfOthers</c> is <c>rights-of-others</c>.</summary>
internal static class FormNames
{
    public static string Of<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    /// <summary>The value of that name; the first of the enum when there is none.</summary>
    public static T Parse<T>(string? name)
        where T : struct, Enum => Enum.GetValues<T>().FirstOrDefault(v => Of(v) == name);

    public static bool TryParse<T>(string? name, out T value)
        where T : struct, Enum
    {
        foreach (var known in Enum.GetValues<T>())
        {
            if (Of(known) == name)
            {
                value = known;
                return true;
            }
        }

        value = default;
        return false;
    }
}
