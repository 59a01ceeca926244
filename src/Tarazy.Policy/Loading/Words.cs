using System.Text.Json;
using Tarazy.Records.Cases;

namespace Tarazy.Policy.Loading;

/// <summary>
/// How enum values are written: in packs <c>GeoRestrictPost</c> is <c>geo-restrict-post</c>, in age rules and measures
/// <c>InForce</c> is <c>in_force</c>.
/// </summary>
internal static class Words
{
    public static string Of<T>(T value)
        where T : struct, Enum => Of(value, '-');

    public static string Of<T>(T value, char joint)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString()).Replace('-', joint);

    public static bool TryOf<T>(string word, out T value)
        where T : struct, Enum => TryOf(word, '-', out value);

    public static bool TryOf<T>(string word, char joint, out T value)
        where T : struct, Enum
    {
        foreach (var known in Enum.GetValues<T>())
        {
            if (Of(known, joint) == word)
            {
                value = known;
                return true;
            }
        }

        value = default;
        return false;
    }

    public static string Mend<T>(char joint = '-')
        where T : struct, Enum
    {
        var all = string.Join(", ", Enum.GetValues<T>().Select(value => Of(value, joint)));
        return typeof(T) == typeof(Measure)
            ? $"The ladder ends at one channel and has no rung for a service: use one of {all}, or take the line out."
            : $"Use one of {all}.";
    }
}
