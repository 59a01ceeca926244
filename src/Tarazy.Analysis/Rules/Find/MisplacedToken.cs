namespace Tarazy.Analysis.Rules.Find;

/// <summary>What stands where a word, a phrase or a signal is expected, said to the person who wrote the expression.</summary>
internal static class MisplacedToken
{
    /// <returns>Null when the token begins a part.</returns>
    public static (string Says, string Mend)? Find(FindToken now, string text) => now switch
    {
        { Kind: FindTokenKind.End } when string.IsNullOrWhiteSpace(text) => ("The expression is empty.", "Write a word, a \"phrase\" or a stem*."),
        { Kind: FindTokenKind.End } => ("The expression ends where a part is expected.", "Write a word, a \"phrase\" or a stem*, or remove what stands last."),
        { Kind: FindTokenKind.Close } => ("This bracket closes nothing.", "Write a part before it, or remove it."),
        { Kind: FindTokenKind.Bad, Text: "<" } => ("The name of the list is not closed.", "Write <name>."),
        { Kind: FindTokenKind.Bad } => ("The phrase is not closed.", "End it with the same quote."),
        { Kind: FindTokenKind.Word, Text: "AND" or "OR" or "NOT" } => ($"{now.Text} stands where a part is expected.", "Write a word there, or put the word in quotes when it is meant as a word."),
        { Kind: FindTokenKind.Word, Text: var near } when near == "NEAR" || near.StartsWith("NEAR/", StringComparison.Ordinal) => ("NEAR has nothing before it.", "Write a word before it, or \"near\" in small letters when it is meant as a word."),
        _ => null,
    };
}
