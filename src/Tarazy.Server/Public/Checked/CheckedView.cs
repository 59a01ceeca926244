using Tarazy.Detect.FactChecks.Matching;

namespace Tarazy.Server.Public.Checked;

/// <summary>What was asked and what may answer it. It lives as long as the page is being written.</summary>
public sealed record CheckedView
{
    public string Asked { get; init; } = "";

    /// <summary>The text that was compared: what was asked, or the words of the post that it leads to.</summary>
    public string Compared { get; init; } = "";

    /// <summary>Null while nothing was asked; empty when nothing strong enough was found.</summary>
    public IReadOnlyList<CheckedAnswer>? Answers { get; init; }

    public CheckedFault? Fault { get; init; }
}

public enum CheckedFault
{
    Empty,
    TooLong,

    /// <summary>A link to a post that the desk has not read.</summary>
    UnknownPost,
}
