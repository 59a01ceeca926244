using System.Buffers;

namespace Tarazy.Analysis.Labels.Features;

/// <summary>Letters of Kazakh, Kyrgyz and Ukrainian and the Russian ones that stand in for them, so that related words share evidence.</summary>
internal static class Letters
{
    private const string Own = "әғқңөұүһіїєґёўҳҷҗ";
    private const string Russian = "агкноуухииегеухчж";

    public static SearchValues<char> Kazakh { get; } = SearchValues.Create("әғқңөұүһі");

    /// <summary>The Russian letter for a Kazakh or Ukrainian one; any other unit itself.</summary>
    public static char Twin(char unit)
    {
        if (unit is < 'ё' or > 'ӿ')
        {
            return unit;
        }

        var at = Own.IndexOf(unit, StringComparison.Ordinal);
        return at < 0 ? unit : Russian[at];
    }
}
