using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Tarazy.Publish.Entries;
using Tarazy.Records.Demands;

namespace Tarazy.Publish.Demands;

/// <summary>What the register shows of an event of a demand (<c>docs/formats/demand.md</c>). Written member by member, as that of a notice.</summary>
internal static class DemandContent
{
    /// <summary>The public name of an event; null for what belongs to the desk alone.</summary>
    public static string? TypeOf(DemandEvent happened) => happened switch
    {
        DemandReceived => "demand-received",
        DemandSealed => "demand-sealed",
        DemandSealRead { Agrees: true } => "demand-seal-agreed",
        DemandSealRead => "demand-seal-opened",
        IssuerChecked => "demand-issuer-checked",
        DemandAskedBack => "demand-asked-back",
        DemandNarrowed => "demand-narrowed",
        BasisChecked => "demand-basis-checked",
        DemandCaseLinked => "demand-case-linked",
        DemandAnswered => "demand-answered",
        AnswerGiven => "demand-answer-given",
        DemandWithdrawn => "demand-withdrawn",
        ObjectionOpened => "demand-objection-opened",
        ObjectionDecided => "demand-objection-decided",
        _ => null,
    };

    public static string RoleOf(DemandEvent happened) => happened switch
    {
        DemandAnswered { ProposedBy: not null } or DemandSealRead => "second-reader",
        ObjectionDecided => "ombudsperson",
        _ => "reviewer",
    };

    /// <param name="aliases">Everybody who acted so far: none of them slips into public words.</param>
    public static JsonObject Of(DemandEvent happened, IReadOnlyList<string> aliases)
    {
        string Words(string words) => PublicWords.Of(words, aliases);
        return happened switch
        {
            DemandReceived received => OfReceived(received, Words),
            DemandSealed closed => OfSeal(closed.Seal, Words),

            DemandSealRead { Agrees: false } read => new JsonObject { ["words"] = Words(read.Words) },

            // How it was verified, and never what was found: mailboxes, numbers and certificates lead to people.
            IssuerChecked check => new JsonObject { ["check"] = Name(check.Check) },
            DemandAskedBack asked => new JsonObject { ["words"] = Words(asked.Words) },
            DemandNarrowed narrowed => new JsonObject
            {
                ["from"] = Scope(narrowed.From, Words),
                ["to"] = Scope(narrowed.To, Words),
                ["reason"] = Words(narrowed.Reason),
            },
            BasisChecked basis => new JsonObject { ["clause"] = basis.Clause.ToString(), ["on"] = Day(basis.On) },
            DemandCaseLinked linked => new JsonObject { ["case"] = linked.Case.Value },
            DemandAnswered answered => OfAnswer(answered.Answer, Words),
            AnswerGiven given => new JsonObject { ["answerEntry"] = given.EntryIndex },
            DemandWithdrawn withdrawn => new JsonObject { ["words"] = Words(withdrawn.Words) },
            ObjectionOpened objection => new JsonObject { ["from"] = Name(objection.From), ["words"] = Words(objection.Words) },
            ObjectionDecided decided => new JsonObject { ["reversed"] = decided.Reversed, ["reasons"] = Words(decided.Reasons) },
            _ => [],
        };
    }

    private static JsonObject OfReceived(DemandReceived received, Func<string, string> words)
    {
        var letter = received.Letter;
        var json = new JsonObject
        {
            ["demand"] = received.Demand.Value,
            ["issuer"] = words(letter.Issuer.Name),
            ["issuerKind"] = Name(letter.Issuer.Kind),
            ["jurisdiction"] = letter.Issuer.Jurisdiction,
            ["addressedTo"] = Name(letter.AddressedTo),
            ["kind"] = Name(letter.Kind),
            ["scope"] = Scope(letter.Scope, words),
            ["law"] = words(letter.Ground.Law),
            ["article"] = words(letter.Ground.Article),
            ["quote"] = words(letter.Ground.Quote),
            ["language"] = letter.Language,
            ["receivedAt"] = LeafText.Time(letter.ReceivedAt),
            ["road"] = Name(letter.Road),
        };
        Add(json, "clause", letter.Ground.Clause?.ToString());
        Add(json, "asksBy", letter.AsksBy is { } asked ? LeafText.Time(asked) : null);
        Add(json, "dueAt", received.DueAt is { } due ? LeafText.Time(due) : null);
        Add(json, "courtOrder", letter.CourtOrder is { } order ? OfOrder(order, words) : null);
        return json;
    }

    private static JsonObject OfOrder(CourtOrder order, Func<string, string> words) => new()
    {
        ["court"] = words(order.Court),
        ["number"] = words(order.Number),
        ["issuedOn"] = Day(order.IssuedOn),
        ["sha256"] = order.Sha256,
    };

    private static JsonObject OfSeal(DemandSeal seal, Func<string, string> words)
    {
        var json = new JsonObject { ["until"] = Day(seal.Until), ["ground"] = Name(seal.Ground), ["reason"] = words(seal.Reason) };
        Add(json, "law", seal.Law is { } law ? words(law) : null);
        return json;
    }

    private static JsonObject OfAnswer(DemandAnswer answer, Func<string, string> words)
    {
        var json = new JsonObject
        {
            ["outcome"] = Name(answer.Outcome),
            ["reasons"] = new JsonArray([.. answer.Reasons.Select(r => JsonValue.Create(Name(r)))]),
            ["words"] = words(answer.Words),
        };
        Add(json, "given", answer.Given.Count == 0
            ? null
            : new JsonArray([.. answer.Given.Select(g => new JsonObject { ["what"] = Name(g.What), ["count"] = g.Count })]));
        return json;
    }

    private static JsonObject Scope(DemandScope scope, Func<string, string> words)
    {
        var json = new JsonObject { ["addresses"] = new JsonArray([.. scope.Addresses.Select(a => JsonValue.Create(a))]) };
        Add(json, "territory", scope.Territory);
        Add(json, "whole", scope.Whole is { } whole ? words(whole) : null);
        Add(json, "data", scope.Data.Count == 0 ? null : new JsonArray([.. scope.Data.Select(d => JsonValue.Create(Name(d)))]));
        return json;
    }

    private static void Add(JsonObject to, string name, JsonNode? value)
    {
        if (value is not null)
        {
            to[name] = value;
        }
    }

    private static string Day(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);

    private static string Name<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
}
