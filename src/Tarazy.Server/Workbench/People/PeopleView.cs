using Tarazy.Records.Cases;
using Tarazy.Records.Outcomes;

namespace Tarazy.Server.Workbench.People;

/// <summary>Who works at the desk; for the admin.</summary>
/// <param name="NewLink">The one-time link of the person just added: shown on this answer and never again.</param>
public sealed record PeopleView(
    IReadOnlyList<PersonView> People,
    IReadOnlyList<string> Languages,
    NewLinkView? NewLink = null,
    IReadOnlyList<Refusal>? Refusals = null,
    string Name = "");

/// <param name="Roles">Keys of <see cref="PeopleForm.Roles"/>.</param>
public sealed record PersonView(
    ReviewerId Alias,
    string Name,
    IReadOnlyList<string> Languages,
    IReadOnlyList<string> Roles,
    PersonState State,
    DateTimeOffset? LastSeen);

public enum PersonState
{
    /// <summary>The link was made and not used.</summary>
    Invited,

    Active,

    Suspended,
}

public sealed record NewLinkView(ReviewerId Alias, string Link, DateTimeOffset Until);
