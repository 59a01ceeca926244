namespace Tarazy.Analysis.Engine;

/// <summary>What its source says of a post beside the text. What is unknown is left out, and then no rule that asks for it finds something.</summary>
/// <param name="Channel">Id of the post's channel, e.g. <c>telegram:1591537674</c>.</param>
/// <param name="Audience">How many it reached when it was seen.</param>
public readonly record struct PostFacts(string? Channel = null, long? Audience = null);
