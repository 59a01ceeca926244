using Tarazy.Records.Outcomes;

namespace Tarazy.Server.Accounts;

internal sealed record PasswordLength(int Least, int Most) : Refusal
{
    public override string Code => "password-length";

    public override string Says => $"The password needs between {Least} and {Most} characters. A few words in a row are fine.";

    public override IReadOnlyList<object> Facts => [Least, Most];
}

internal sealed record InvitationIsOver : Refusal
{
    public override string Code => "invitation-is-over";

    public override string Says => "This link was used, or is too old. Ask an administrator for another.";
}

internal sealed record WrongSignIn : Refusal
{
    public override string Code => "wrong-sign-in";

    public override string Says => "That alias and password do not go together.";
}

internal sealed record SignInLocked(DateTimeOffset Until) : Refusal
{
    public override string Code => "sign-in-locked";

    public override string Says => $"Too many wrong passwords. Try again after {Until:HH:mm} UTC.";

    public override IReadOnlyList<object> Facts => [Until];
}

internal sealed record PasswordsDiffer : Refusal
{
    public override string Code => "passwords-differ";

    public override string Says => "The two passwords are not the same. Type them again.";
}

internal sealed record PersonNeedsRole : Refusal
{
    public override string Code => "person-needs-role";

    public override string Says => "Give the person a name that colleagues know and at least one role.";
}

/// <summary>The desk must not lock itself out.</summary>
internal sealed record LastAdmin : Refusal
{
    public override string Code => "last-admin";

    public override string Says => "This is the only administrator. Make another one first.";
}
