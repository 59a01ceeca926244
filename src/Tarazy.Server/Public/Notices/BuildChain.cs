using Tarazy.Policy.Law;
using Tarazy.Publish.Register;
using Tarazy.Server.Public.Names;

namespace Tarazy.Server.Public.Notices;

/// <summary>Makes the chain of a notice of its entries, in the order of the log. Pure. What an entry does not open, no line shows.</summary>
internal static class BuildChain
{
    // Nobody says in which language an answer or an appeal is written.
    private const string AnyLanguage = "und";

    public static IReadOnlyList<ChainLine> From(IReadOnlyList<RegisteredEntry> entries, PublicNames names)
    {
        var ordered = entries.OrderBy(e => e.Index).ToList();
        var sent = ordered.Find(e => e.Type == EntryTypes.Sent);

        // The sending is shown with the notice it sent.
        return [.. ordered.Where(e => e.Type != EntryTypes.Sent).Select(e => Line(e, sent, names) with { Erased = Erased(e) })];
    }

    private static ChainLine Line(RegisteredEntry entry, RegisteredEntry? sent, PublicNames names) => entry.Type switch
    {
        EntryTypes.Signed => Notice(entry, sent, names),
        EntryTypes.Answered => Answer(entry),
        EntryTypes.Appealed => Plain(entry) with { Words = EntryContents.Read<WordsContent>(entry)?.Words, Language = AnyLanguage },
        EntryTypes.AppealDecided => Decided(entry),
        EntryTypes.Withdrawn => Plain(entry) with { Reasons = EntryContents.Read<ReasonsContent>(entry)?.Reasons },
        _ => Plain(entry),
    };

    private static ChainLine Notice(RegisteredEntry entry, RegisteredEntry? sent, PublicNames names)
    {
        var line = Plain(entry) with { At = sent?.At ?? entry.At, LoggedAt = sent is null ? null : entry.At };
        if (EntryContents.Read<SignedContent>(entry) is not { } content)
        {
            return line;
        }

        var clause = names.Clause(content.Clause);
        return line with
        {
            Reasons = content.Reasons,
            Ground = new NoticeGround(
                content.Measure, clause?.Title, clause?.Language, content.EndsOn, content.Territory, Quotes: [], content.Answers,
                clause?.Address(content.Rule), content.Rule?.Text, content.Rule is { } rule && !StandingRule.Stands(rule, clause?.Found)),
            Letter = content.Letter is { } letter ? new LetterText(letter.Language, letter.Subject, letter.Body) : null,
        };
    }

    private static ChainLine Answer(RegisteredEntry entry)
    {
        var content = EntryContents.Read<AnswerContent>(entry);
        return Plain(entry) with
        {
            Answer = content?.Outcome,
            Words = content?.Words is { Length: > 0 } words ? words : null,
            Language = AnyLanguage,
        };
    }

    private static ChainLine Decided(RegisteredEntry entry) => EntryContents.Read<AppealDecisionContent>(entry) is { } content
        ? Plain(entry) with { Kind = content.Reversed ? "reversal" : "upheld", Reasons = content.Reasons }
        : Plain(entry);

    private static ChainLine Plain(RegisteredEntry entry) =>
        new(EntryTypes.KindOf(entry.Type), entry.At, entry.Covered ? entry.Index : null);

    private static string? Erased(RegisteredEntry entry) => entry.Openness == Openness.Erased ? entry.ErasedBecause ?? "" : null;
}
