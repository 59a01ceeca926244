using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;
using Tarazy.Records.Notices;
using Tarazy.Server.Web.Forms;
using Published = Tarazy.Publish.Register;

namespace Tarazy.Server.Public.Register;

/// <summary>What a reader asked of the register. Whatever cannot be meant is left out, as if it had not been asked.</summary>
internal sealed record RegisterAsked(RegisterFilter Shown, long? After)
{
    private const int LongestWords = 200;
    private const int LongestHarm = 60;
    private const int FirstYear = 2000;
    private const int LastYear = 2999;

    public static RegisterAsked Of(IQueryCollection query)
    {
        var words = query.Asked(RegisterQuery.Words);
        var shown = new RegisterFilter(
            words.Length > LongestWords ? words[..LongestWords] : words,
            Only(query.Asked(RegisterQuery.Harm), IsHarm),
            Only(query.Asked(RegisterQuery.Law), law => law.Length == 2 && law.All(char.IsAsciiLetterLower)),
            Only(query.Asked(RegisterQuery.Outcome), RegisterQuery.Outcomes.Contains),
            Only(query.Asked(RegisterQuery.Year), year => Number(year) is >= FirstYear and <= LastYear));
        return new(shown, Number(query.Asked(RegisterQuery.After)));
    }

    /// <summary>The same as the register itself takes it.</summary>
    public Published.RegisterFilter ToFilter(int size) => new(
        Text: Given(Shown.Words),
        Harm: Given(Shown.Harm),
        Jurisdiction: Given(Shown.Law),
        Outcome: Shown.Outcome switch
        {
            "removed" => AnswerOutcome.Removed,
            "restricted" => AnswerOutcome.Restricted,
            "labelled" => AnswerOutcome.Labelled,
            "refused" => AnswerOutcome.Refused,
            "no-answer" => AnswerOutcome.NoAnswer,
            _ => null,
        },
        Year: (int?)Number(Shown.Year),
        Before: After,
        Size: size,
        Standing: Shown.Outcome switch
        {
            "waiting" => Published.RegisterStanding.Waiting,
            "reversed" => Published.RegisterStanding.Reversed,
            "sealed" => Published.RegisterStanding.Sealed,
            _ => null,
        });

    /// <summary>The query of another page of the same search, without its question mark; empty for the first page of everything.</summary>
    public string Query(long? after)
    {
        var query = new QueryBuilder();
        Add(RegisterQuery.Words, Shown.Words);
        Add(RegisterQuery.Harm, Shown.Harm);
        Add(RegisterQuery.Law, Shown.Law);
        Add(RegisterQuery.Outcome, Shown.Outcome);
        Add(RegisterQuery.Year, Shown.Year);
        Add(RegisterQuery.After, after?.ToString(CultureInfo.InvariantCulture) ?? "");
        return query.ToString().TrimStart('?');

        void Add(string name, string value)
        {
            if (value.Length > 0)
            {
                query.Add(name, value);
            }
        }
    }

    private static bool IsHarm(string harm) => harm.Length <= LongestHarm && harm.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');

    private static string Only(string value, Func<string, bool> holds) => value.Length > 0 && holds(value) ? value : "";

    private static string? Given(string value) => value.Length > 0 ? value : null;

    private static long? Number(string value) =>
        long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
