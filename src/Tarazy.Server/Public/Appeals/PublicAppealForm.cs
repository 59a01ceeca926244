namespace Tarazy.Server.Public.Appeals;

/// <summary>The channel's appeal. No account, no name: whoever holds the link speaks for the channel.</summary>
public static class PublicAppealForm
{
    /// <summary>GET the page; POST <see cref="Words"/> once.</summary>
    public const string Appeal = "/appeal/{token}";

    public const string Words = "words";

    public const int MostCharacters = 10_000;

    public static string To(string token) => Appeal.Replace("{token}", Uri.EscapeDataString(token), StringComparison.Ordinal);
}
