using Tarazy.Records.Cases;
using Tarazy.Records.Outcomes;

namespace Tarazy.Server.Workbench.SignIn;

/// <param name="Back">Path inside the desk to go to afterwards.</param>
public sealed record SignInView(string Back = "/desk", string Alias = "", IReadOnlyList<Refusal>? Refusals = null);

/// <summary>Where a one-time link leads. Opening it uses nothing up; only the button does, so a mail scanner cannot spend it.</summary>
/// <param name="Alias">Whose link it is; null when it was used or is too old.</param>
public sealed record WelcomeView(string Token, ReviewerId? Alias, IReadOnlyList<Refusal>? Refusals = null);
