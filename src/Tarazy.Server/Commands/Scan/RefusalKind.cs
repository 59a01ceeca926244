namespace Tarazy.Server.Commands.Scan;

/// <summary>What a refusal says of the input.</summary>
public enum RefusalKind
{
    /// <summary>Something was wrong with it.</summary>
    Fault,

    /// <summary>A private chat, refused unread: that is how it should be.</summary>
    Private,

    /// <summary>What never was a post, such as a message that somebody joined.</summary>
    NoPost,
}

internal static class RefusalKinds
{
    public static RefusalKind Of(string code) => code switch
    {
        "private-chat" => RefusalKind.Private,
        "service-message" or "unsupported-message" => RefusalKind.NoPost,
        _ => RefusalKind.Fault,
    };
}
