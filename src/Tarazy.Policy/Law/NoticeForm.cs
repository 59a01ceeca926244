using Tarazy.Records.Cases;

namespace Tarazy.Policy.Law;

/// <summary>The words of a letter with named places, in every language it is offered in.</summary>
/// <param name="StatementVersion">Which wording of the good-faith statement stands in it; null for a withdrawal.</param>
public sealed record NoticeForm(
    string Id,
    FormKind Kind,
    string Version,
    string Law,
    string? StatementVersion,
    IReadOnlyDictionary<string, FormLetter> Letters,
    Provenance Provenance);

/// <param name="Item">The part that is written once for each post.</param>
/// <param name="Asks">What is asked for, by rung; a rung that is not here cannot be asked for in this form.</param>
public sealed record FormLetter(
    string Language,
    string Subject,
    string Item,
    string Body,
    string? Statement,
    IReadOnlyDictionary<Measure, string> Asks);

public enum FormKind
{
    Notice,
    Withdrawal,
}
