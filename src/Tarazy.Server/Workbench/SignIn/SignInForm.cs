namespace Tarazy.Server.Workbench.SignIn;

/// <summary>How people come in and go out.</summary>
public static class SignInForm
{
    /// <summary>GET the page with <see cref="Back"/>; POST <see cref="Alias"/>, <see cref="Password"/>, <see cref="Back"/>.</summary>
    public const string SignIn = "/sign-in";

    /// <summary>POST, no fields.</summary>
    public const string SignOut = "/sign-out";

    /// <summary>GET the page of a one-time link; POST <see cref="Password"/> and <see cref="Repeat"/> to use it.</summary>
    public const string Welcome = "/welcome/{token}";

    public const string Alias = "alias";

    public const string Password = "password";

    public const string Repeat = "repeat";

    public const string Back = "back";

    /// <summary>The shortest password that is taken.</summary>
    public const int FewestCharacters = 12;

    public const int MostCharacters = 256;
}
