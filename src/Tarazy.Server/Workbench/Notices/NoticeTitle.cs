using System.Globalization;
using Tarazy.Policy.Law;
using Tarazy.Records.Cases;

namespace Tarazy.Server.Workbench.Notices;

/// <summary>Names from the pack in the reader's language; the bare id where the pack is not loaded.</summary>
internal static class NoticeTitle
{
    private static string Language => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    public static string Of(Packs law, Decision decision) =>
        PackOf(law, decision)?.FindHarm(decision.Harm)?.Name.In(Language) ?? decision.Harm.Value;

    public static ClauseTitle? ClauseOf(Packs law, Decision decision) => decision.Clause is { } clause
        ? new ClauseTitle(clause, law.Find(clause)?.Title.In(Language) ?? clause.ToString(), Language)
        : null;

    public static string AddresseeOf(Packs law, Decision decision) =>
        PackOf(law, decision)?.FindAddressee(decision.Addressee ?? "")?.Name.In(Language) ?? decision.Addressee ?? "";

    private static Pack? PackOf(Packs law, Decision decision) => decision.Clause is { } clause ? law.Find(clause.Jurisdiction) : null;
}
