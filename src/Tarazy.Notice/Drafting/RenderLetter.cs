using Tarazy.Policy.Law;
using Tarazy.Records.Notices;
using Tarazy.Records.Outcomes;
using Tarazy.Records.Posts;

namespace Tarazy.Notice.Drafting;

/// <summary>Writes the letter of a notice in the form that its addressee takes. Pure; a blank place is a refusal, never a gap.</summary>
public static class RenderLetter
{
    /// <summary>Characters of a whole letter.</summary>
    public const int MostCharacters = 100_000;

    /// <param name="pack">The pack of the decision's clause, as it stood on the day of the decision.</param>
    public static Outcome<DraftedLetter> Notice(NoticeDrafted notice, Pack pack, DraftFacts facts) =>
        Make(notice, pack, facts, a => pack.FindForm(a.Form), new(StringComparer.Ordinal));

    /// <summary>The letter that takes a notice back and asks for what it caused to be undone.</summary>
    public static Outcome<DraftedLetter> Withdrawal(NoticeDrafted notice, Pack pack, DraftFacts facts, string reasons, DateTimeOffset sentAt) =>
        Make(notice, pack, facts, _ => pack.WithdrawalForm, new(StringComparer.Ordinal)
        {
            ["withdrawal_reasons"] = reasons,
            ["sent_on"] = Places.Moment(sentAt),
        });

    private static Outcome<DraftedLetter> Make(
        NoticeDrafted notice,
        Pack pack,
        DraftFacts facts,
        Func<Addressee, NoticeForm?> formOf,
        Dictionary<string, string?> more)
    {
        var decision = notice.Decision;
        if (decision.Clause is { } clause && clause.Jurisdiction != pack.Jurisdiction)
        {
            return new PackDoesNotFit(pack.Jurisdiction);
        }

        if (pack.FindAddressee(decision.Addressee ?? "") is not { Address: { } address } addressee || formOf(addressee) is not { } form)
        {
            return new AddresseeMissing(decision.Addressee ?? "");
        }

        if (!form.Letters.TryGetValue(facts.Language, out var words))
        {
            return new FormLanguageMissing(form.Id, facts.Language, string.Join(", ", form.Letters.Keys));
        }

        var refusals = Check(notice, facts, form).ToList();
        if (form.Kind == FormKind.Notice && !words.Asks.ContainsKey(decision.Measure))
        {
            refusals.Add(new FormCannotAsk(form.Id, decision.Measure));
        }

        return refusals.Count > 0
            ? Outcome<DraftedLetter>.Refused(refusals)
            : Write(notice, form, words, addressee with { Address = address }, Values(notice, pack, facts, form, more));
    }

    private static IEnumerable<Refusal> Check(NoticeDrafted notice, DraftFacts facts, NoticeForm form)
    {
        if (notice.Posts.Count == 0)
        {
            yield return new NoPosts();
        }

        foreach (var refusal in notice.Posts.Select(p => PublicAddress.Check(p, facts.Channel)).OfType<Refusal>())
        {
            yield return refusal;
        }

        if (form.Kind == FormKind.Notice && !IsWeb(facts.AppealLink))
        {
            yield return new LinkMalformed("appeal_link");
        }

        if (!IsWeb(facts.RegisterLink))
        {
            yield return new LinkMalformed("register_link");
        }
    }

    private static Outcome<DraftedLetter> Write(NoticeDrafted notice, NoticeForm form, FormLetter words, Addressee to, Dictionary<string, string?> values)
    {
        var places = new Places(values);
        values["statement"] = words.Statement is { } statement ? places.Fill(statement) : null;
        values["ask"] = words.Asks.TryGetValue(notice.Decision.Measure, out var ask) ? places.Fill(ask) : null;
        values["items"] = string.Join("\n\n", notice.Posts.Select((p, i) => places.Fill(words.Item, Places.OfItem(p, i + 1)).Trim()));
        var letter = new Letter(
            to.Route == Route.Email ? "email" : "form",
            places.Fill(to.Address!),
            words.Language,
            places.Fill(words.Subject).ReplaceLineEndings(" "),
            places.Fill(words.Body).Trim() + "\n");
        if (places.Blank.ToList() is { Count: > 0 } blank)
        {
            return Outcome<DraftedLetter>.Refused(blank);
        }

        return letter.Body.Length > MostCharacters
            ? new LetterTooLong(letter.Body.Length, MostCharacters)
            : new DraftedLetter(letter, form.StatementVersion);
    }

    private static Dictionary<string, string?> Values(NoticeDrafted notice, Pack pack, DraftFacts facts, NoticeForm form, Dictionary<string, string?> more)
    {
        var decision = notice.Decision;
        var clause = decision.Clause is { } reference ? pack.FindClause(reference.Clause) : null;
        var answers = decision.Answers;
        var values = new Dictionary<string, string?>(more, StringComparer.Ordinal)
        {
            ["notice_number"] = notice.Number,
            ["harm"] = pack.FindHarm(decision.Harm)?.Name.In(facts.Language),
            ["clause"] = clause?.Title.In(facts.Language),
            ["clause_text"] = clause?.Text,
            ["reasons"] = decision.Reasons,
            ["channel_reasons"] = decision.ChannelReasons,
            ["legality"] = answers?.Legality,
            ["aim_reason"] = answers?.AimReason,
            ["necessity"] = answers?.Necessity,
            ["why_not_milder"] = answers?.WhyNotMilder,
            ["ends_on"] = Places.Day(decision.EndsOn),
            ["territory"] = decision.Territory,
            ["appeal_link"] = facts.AppealLink,
            ["register_link"] = facts.RegisterLink,
            ["statement_version"] = form.StatementVersion,
            ["notifier_name"] = facts.Notifier.Name,
            ["notifier_email"] = facts.Notifier.Email,
            ["detected_at"] = Places.Moment(notice.DetectedAt),
            ["channel_title"] = facts.Channel.Title,
            ["channel_handle"] = Handle(notice, facts.Channel),
        };
        return values;
    }

    private static string? Handle(NoticeDrafted notice, Channel channel) =>
        channel.Handle ?? (channel.Source == "telegram" ? PublicAddress.HandleOf(notice.Posts[0]) : null);

    private static bool IsWeb(string link) =>
        Uri.TryCreate(link, UriKind.Absolute, out var url)
        && (url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback));
}
