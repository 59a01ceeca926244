using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Tarazy.Publish.Register;
using Tarazy.Records.Canonical;
using Tarazy.Records.Cases;
using Tarazy.Records.Notices;

namespace Tarazy.Publish.Entries;

/// <summary>
/// What the register shows of an event. Written member by member and never by serialising a record: a field that is added to a
/// record one day must not become public by itself.
/// </summary>
internal static class PublicContent
{
    public static JsonObject Of(NoticeEvent happened, RegisterRow notice)
    {
        var aliases = EntryText.AliasesOf(happened, notice);
        string Words(string words) => PublicWords.Of(words, aliases);
        return happened switch
        {
            NoticeSigned signed => OfSigned(signed, DraftOf(notice), Words),
            NoticeSent sent => OfSent(sent),
            AnswerRecorded answer => new JsonObject { ["outcome"] = Name(answer.Outcome), ["words"] = Words(answer.Words) },
            AppealOpened appeal => new JsonObject { ["words"] = Words(appeal.Words) },
            AppealDecided decided => new JsonObject { ["reversed"] = decided.Reversed, ["reasons"] = Words(decided.Reasons) },
            NoticeWithdrawn withdrawn => new JsonObject { ["reasons"] = Words(withdrawn.Reasons) },

            // Mail servers' replies and platforms' reference numbers name people and open doors.
            _ => [],
        };
    }

    public static NoticeDrafted DraftOf(RegisterRow notice) =>
        notice.Draft is { } json && JsonSerializer.Deserialize<NoticeDrafted>(json, DeskJson.Options) is { } draft
            ? draft
            : throw new InvalidDataException($"Notice {notice.Number} was signed, but its draft is gone.");

    private static JsonObject OfSigned(NoticeSigned signed, NoticeDrafted draft, Func<string, string> words)
    {
        var decision = draft.Decision;
        var content = new JsonObject
        {
            ["notice"] = draft.Notice.Value,
            ["case"] = draft.Case.Value,
            ["channel"] = draft.Channel.Value,
            ["harm"] = decision.Harm.Value,
            ["measure"] = Name(decision.Measure),
            ["reasons"] = words(decision.Reasons),
            ["posts"] = new JsonArray([.. draft.Posts.Select(Post)]),
            ["detectedAt"] = LeafText.Time(draft.DetectedAt),
            ["dueAt"] = LeafText.Time(draft.DueAt),
            ["statementVersion"] = signed.StatementVersion,
            ["letter"] = new JsonObject
            {
                ["route"] = signed.Letter.Route,
                ["language"] = signed.Letter.Language,
                ["subject"] = words(signed.Letter.Subject),
                ["body"] = words(signed.Letter.Body),
            },
        };
        Add(content, "clause", decision.Clause?.ToString());
        Add(content, "rule", decision.Rule is { } rule ? Rule(rule) : null);
        Add(content, "territory", decision.Territory);
        Add(content, "addressee", decision.Addressee);
        Add(content, "endsOn", Day(decision.EndsOn));
        Add(content, "sealedUntil", Day(decision.SealedUntil));
        Add(content, "sealReason", decision.SealReason is { } seal ? words(seal) : null);
        Add(content, "channelReasons", decision.ChannelReasons is { } reasons ? words(reasons) : null);
        Add(content, "answers", decision.Answers is { } answers ? Answers(answers, words) : null);
        Add(content, "rabat", decision.Rabat is { } rabat ? Rabat(rabat, words) : null);
        return content;
    }

    private static JsonObject OfSent(NoticeSent sent)
    {
        var json = new JsonObject { ["signedEntry"] = sent.EntryIndex };
        Add(json, "answerDueAt", sent.AnswerDueAt is { } due ? LeafText.Time(due) : null);
        return json;
    }

    private static JsonObject Post(NoticedPost post)
    {
        var json = new JsonObject
        {
            ["post"] = post.Post.Value,
            ["postedAt"] = LeafText.Time(post.PostedAt),
            ["contentHash"] = post.ContentHash,
            ["language"] = post.Language,
        };
        Add(json, "url", post.Url);
        return json;
    }

    private static JsonObject Rule(RuleAsItStood rule) => new()
    {
        ["packVersion"] = rule.PackVersion,
        ["on"] = Day(rule.On),
        ["text"] = rule.Text,
        ["digest"] = rule.Digest,
    };

    private static JsonObject Answers(ProportionalityAnswers answers, Func<string, string> words)
    {
        var json = new JsonObject
        {
            ["legality"] = words(answers.Legality),
            ["aim"] = Name(answers.Aim),
            ["aimReason"] = words(answers.AimReason),
            ["necessity"] = words(answers.Necessity),
            ["whyNotMilder"] = words(answers.WhyNotMilder),
            ["contexts"] = new JsonArray([.. answers.Contexts.Select(c => JsonValue.Create(Name(c)))]),
            ["harmful"] = answers.Harmful,
        };
        Add(json, "contextWeighed", answers.ContextWeighed is { } weighed ? words(weighed) : null);
        return json;
    }

    private static JsonObject Rabat(RabatAnswers rabat, Func<string, string> words)
    {
        return new JsonObject
        {
            ["context"] = Factor(rabat.Context),
            ["speaker"] = Factor(rabat.Speaker),
            ["intent"] = Factor(rabat.Intent),
            ["contentAndForm"] = Factor(rabat.ContentAndForm),
            ["extent"] = Factor(rabat.Extent),
            ["likelihood"] = Factor(rabat.Likelihood),
        };

        JsonObject Factor(RabatAnswer answer) => new() { ["score"] = answer.Score, ["reason"] = words(answer.Reason) };
    }

    private static void Add(JsonObject to, string name, JsonNode? value)
    {
        if (value is not null)
        {
            to[name] = value;
        }
    }

    private static string? Day(DateOnly? day) => day?.ToString("O", CultureInfo.InvariantCulture);

    private static string Name<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
}
