namespace Tarazy.Server.Workbench.Demands;

/// <summary>
/// What can be done with a demand. Each act is a POST to <c>/desk/demands/{number}/{act}</c> with <see cref="Version"/> and
/// answers with a redirect to the demand, or with its page, the refusals and everything that was typed.
/// </summary>
public static class DemandForms
{
    public const string List = "/desk/demands";

    /// <summary>GET: an empty form; POST: takes a demand in.</summary>
    public const string New = "/desk/demands/new";

    public const string Show = "/desk/demands/{number}";

    public const string Act = "/desk/demands/{number}/{act}";

    /// <summary>For a second reader as well. Fields: <see cref="Agrees"/> = <c>yes</c> or <c>no</c>, <see cref="Words"/>.</summary>
    public const string ReadRoute = "/desk/demands/{number}/read";

    /// <summary>The same for the seal.</summary>
    public const string ReadSealRoute = "/desk/demands/{number}/read-seal";

    /// <summary>For an ombudsperson. Fields: <see cref="Reversed"/> = <c>yes</c> or <c>no</c>, <see cref="Reasons"/>.</summary>
    public const string DecideRoute = "/desk/demands/{number}/decide-objection";

    /// <summary>Query of the list.</summary>
    public const string Filter = "filter";

    public const string Version = "version";

    /// <summary>Fields: <see cref="Check"/>, <see cref="Noted"/>, and by the check <see cref="MailHost"/> or <see cref="CalledAt"/> with <see cref="FoundElsewhere"/>.</summary>
    public const string Verify = "verify";

    /// <summary>Field: <see cref="Words"/>.</summary>
    public const string AskBack = "ask-back";

    /// <summary>Fields: <see cref="Addresses"/>, <see cref="Territory"/>, <see cref="Whole"/>, <see cref="Data"/>, <see cref="Reason"/>.</summary>
    public const string Narrow = "narrow";

    /// <summary>Field: <see cref="Clause"/>.</summary>
    public const string Basis = "basis";

    /// <summary>Field: <see cref="CaseNumber"/>.</summary>
    public const string Link = "link";

    /// <summary>Fields: <see cref="Outcome"/>, <see cref="Refusals"/>, <see cref="Words"/>, and <see cref="Given"/> with the name of each kind.</summary>
    public const string Answer = "answer";

    public const string Read = "read";

    public const string ReadSeal = "read-seal";

    /// <summary>Field: <see cref="Proof"/>.</summary>
    public const string Give = "give";

    /// <summary>Field: <see cref="Words"/>.</summary>
    public const string Withdraw = "withdraw";

    /// <summary>Fields: <see cref="From"/>, <see cref="Words"/>.</summary>
    public const string Object = "object";

    public const string DecideObjection = "decide-objection";

    public const string Issuer = "issuer";

    public const string IssuerKind = "issuer-kind";

    public const string Jurisdiction = "jurisdiction";

    public const string To = "to";

    public const string Kind = "kind";

    /// <summary>One address a line.</summary>
    public const string Addresses = "addresses";

    public const string Territory = "territory";

    public const string Whole = "whole";

    public const string Data = "data";

    public const string Law = "law";

    public const string Article = "article";

    public const string Quote = "quote";

    public const string Clause = "clause";

    public const string Language = "language";

    /// <summary>A moment in the desk's zone.</summary>
    public const string ReceivedAt = "received-at";

    public const string Road = "road";

    public const string Reference = "reference";

    public const string AsksBy = "asks-by";

    public const string Court = "court";

    public const string OrderNumber = "order-number";

    public const string OrderDay = "order-day";

    public const string OrderHash = "order-hash";

    public const string SealUntil = "seal-until";

    public const string SealGround = "seal-ground";

    public const string SealReason = "seal-reason";

    public const string SealLaw = "seal-law";

    public const string Check = "check";

    public const string Noted = "noted";

    public const string MailHost = "mail-host";

    public const string CalledAt = "called-at";

    public const string FoundElsewhere = "found-elsewhere";

    public const string Reason = "reason";

    public const string CaseNumber = "case";

    public const string Outcome = "outcome";

    public const string Refusals = "refusals";

    public const string Words = "words";

    public const string Given = "given-";

    public const string Agrees = "agrees";

    public const string Proof = "proof";

    public const string From = "from";

    public const string Reversed = "reversed";

    public const string Reasons = "reasons";

    public static string AddressOf(string number, string? act = null) => $"{List}/{Uri.EscapeDataString(number)}{(act is null ? "" : "/" + act)}";
}
