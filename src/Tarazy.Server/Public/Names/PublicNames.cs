using System.Globalization;
using Microsoft.Extensions.Localization;
using Tarazy.Policy.Law;
using Tarazy.Records.Cases;
using Tarazy.Records.Findings;
using Tarazy.Server.Public.Law.Clauses;
using Tarazy.Server.Web;

namespace Tarazy.Server.Public.Names;

/// <summary>What ids are called in the language of the reader. An id that nobody named is shown as it is.</summary>
internal sealed class PublicNames(IStringLocalizer<Web.Texts> words, IStringLocalizer<Texts> texts, Packs law)
{
    private static string Language => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    public string Register => texts["register"];

    public string Sealed => texts["register.sealed"];

    public string Erased => texts["register.erased"];

    public IReadOnlyList<HarmId> Harms => [.. law.All.SelectMany(p => p.Harms).Select(h => h.Id).Distinct()];

    public IReadOnlyList<string> Jurisdictions => [.. law.All.Where(p => p.Allows).Select(p => p.Jurisdiction)];

    public string Title(string harm, string channel) => $"{words.Harm(new HarmId(harm))}: {channel}";

    /// <param name="clause">E.g. <c>kz/crim-170</c>.</param>
    public ClauseName? Clause(string? clause)
    {
        if (clause is null)
        {
            return null;
        }

        return ClauseRef.Parse(clause) is { } named && law.Find(named) is { } found
            ? new(found.Title.In(Language), Language) { Found = found }
            : new(clause, null);
    }

    /// <param name="clause">Says in whose pack to look first; packs may use one id for different roads.</param>
    public string? Addressee(string? addressee, string? clause)
    {
        if (addressee is null)
        {
            return null;
        }

        var own = ClauseRef.Parse(clause) is { } named ? law.Find(named.Jurisdiction)?.FindAddressee(addressee) : null;
        var found = own ?? law.All.Select(p => p.FindAddressee(addressee)).FirstOrDefault(a => a is not null);
        return found?.Name.In(Language) ?? addressee;
    }
}

/// <param name="Language">Null when it is the bare id.</param>
internal sealed record ClauseName(string Title, string? Language)
{
    /// <summary>The clause as the pack has it now; null when it has none.</summary>
    public Clause? Found { get; init; }

    /// <summary>Where the clause can be read as it stood when it was decided.</summary>
    public string? Address(RuleAsItStood? rule) => Found is null ? null : PackQuery.To(Found.Ref, rule?.On);
}
