namespace Tarazy.Analysis.Labels;

/// <summary>How the labels we know of are worded to a reviewer, which harm they point to, and which are too weak to be shown unasked.</summary>
internal static class LabelWordings
{
    private const string Technique = "Rhetorical technique, hint: ";

    private static readonly Dictionary<string, (string Says, string Harm, bool Off)> Known = new(StringComparer.Ordinal)
    {
        ["loaded_language"] = (Technique + "loaded language", "", false),
        ["glittering_generalities"] = (Technique + "glittering generalities", "", false),
        ["fud"] = (Technique + "fear, uncertainty and doubt", "", false),
        ["euphoria"] = (Technique + "euphoria", "", false),
        ["cherry_picking"] = (Technique + "cherry picking", "", false),
        ["appeal_to_fear"] = (Technique + "appeal to fear", "", false),

        // Of the first 50 posts these four mark, about one in six is right: a reviewer's time is worth more.
        ["cliche"] = (Technique + "thought-terminating cliché", "", true),
        ["straw_man"] = (Technique + "straw man", "", true),
        ["bandwagon"] = (Technique + "bandwagon", "", true),
        ["whataboutism"] = (Technique + "whataboutism", "", true),
        ["non_judicial"] = ("Reads like threats of violence, hint", "incitement", false),
        ["judicial"] = ("Reads like calls for trial or prison, hint", "", true),
        ["none"] = ("Reads like neither", "", true),
        ["spam"] = ("Reads like known chat spam and scam, hint", "investment-scam", false),
    };

    public static (string Says, string Harm, bool Off) Of(string label) =>
        Known.TryGetValue(label, out var known) ? known : ($"Reads like posts labelled {label}, hint", string.Empty, false);
}
