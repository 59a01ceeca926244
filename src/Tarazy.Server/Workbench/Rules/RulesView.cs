using Tarazy.Records.Findings;

namespace Tarazy.Server.Workbench.Rules;

/// <summary>The rules that look for harm, to read. They are changed as files, with their examples, and reviewed like code.</summary>
public sealed record RulesView(IReadOnlyList<RuleView> Rules);

/// <param name="State"><c>draft</c>, <c>shadow</c> or <c>live</c>.</param>
/// <param name="Says">What a finding of it says.</param>
/// <param name="NotAbout">What it does not look for.</param>
/// <param name="Findings">In the last thirty days.</param>
/// <param name="LeftAlone">Of those, how many a person left alone.</param>
public sealed record RuleView(
    string Name,
    string Version,
    string State,
    HarmId Harm,
    string Says,
    string? NotAbout,
    IReadOnlyList<string> Languages,
    IReadOnlyList<RuleExampleView> Examples,
    long Findings = 0,
    long LeftAlone = 0);

public sealed record RuleExampleView(string Text, string Language, bool Matches);
