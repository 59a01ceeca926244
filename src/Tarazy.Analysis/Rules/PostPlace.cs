namespace Tarazy.Analysis.Rules;

/// <summary>What a rule may know of a post beside its words. What is unknown never makes a rule find something.</summary>
/// <param name="Language">Code of the post's language; <c>und</c> when the engine is not sure.</param>
/// <param name="Channel">Id of the channel, e.g. <c>telegram:1591537674</c>.</param>
/// <param name="Audience">How many the post reached, as its source counted when it was seen.</param>
public readonly record struct PostPlace(string? Language, string? Channel = null, long? Audience = null);
