using System.CommandLine;
using System.Text.Unicode;
using Tarazy.Analysis.Engine;
using Tarazy.Analysis.Rules;
using Tarazy.Analysis.Rules.Explaining;
using Tarazy.Analysis.Text;
using Tarazy.Server.Hosting;

namespace Tarazy.Server.Commands.Rules;

/// <summary><c>tarazy rules explain</c>: which parts of a rule stand where in a text, what is missing and what takes it back.</summary>
internal static class ExplainCommand
{
    private const long MostBytes = 1 << 20;

    public static Command Create()
    {
        var rule = new Argument<string>("rule") { Description = "Name of a rule, or an expression such as \"вербов* NEAR/8 $money\"." };
        var text = new Argument<string?>("text") { Description = "The text of a post.", Arity = ArgumentArity.ZeroOrOne };
        var file = new Option<FileInfo?>("--file") { Description = "Read the text from a file instead.", HelpName = "FILE" };
        var language = new Option<string?>("--language") { Description = "Language of the text. The default is what the engine reads in it.", HelpName = "CODE" };
        var channel = new Option<string?>("--channel") { Description = "Channel of the post, for rules that ask for it.", HelpName = "ID" };
        var audience = new Option<long?>("--audience") { Description = "How many the post reached, for rules that ask for it.", HelpName = "COUNT" };
        var lexicons = RulesCommand.LexiconsOption();
        var json = RulesCommand.JsonOption();
        var command = new Command("explain", "Say why a rule finds a text or does not. Answers 1 when it finds nothing.") { rule, text, file, language, channel, audience, lexicons, json };
        command.SetAction(parsed =>
        {
            var output = new RulesOutput();
            if (parsed.GetValue(file) is { } read && Fault(read) is { } fault)
            {
                return output.Refuse($"--file: {fault}", RulesCommand.WrongUsage);
            }

            if ((parsed.GetValue(file) is { } path ? File.ReadAllText(path.FullName) : parsed.GetValue(text)) is not { } post)
            {
                return output.Refuse("Write the text behind the rule, or name a file with --file.", RulesCommand.WrongUsage);
            }

            if (AskedRule.Find(parsed.GetValue(rule)!, RulesCommand.Folder(parsed.GetValue(lexicons)), says => output.Refuse(says, 0)) is not { } asked)
            {
                return RulesCommand.WrongUsage;
            }

            var folded = new FoldedText();
            folded.Fold(post);
            var place = new PostPlace(parsed.GetValue(language) ?? Guess(folded), parsed.GetValue(channel), parsed.GetValue(audience));
            var explained = asked.Book.Explain(asked.Rule ?? asked.Book.Rules[0], folded, place);
            if (parsed.GetValue(json))
            {
                ExplainJson.Write(asked.Says, post, place, explained);
            }
            else
            {
                Write(output, asked, post, place, explained);
            }

            return explained.Hit is null ? RulesCommand.Wrong : RulesCommand.Done;
        });
        return command;
    }

    /// <returns>Why a file cannot be read as one text; null when it can.</returns>
    private static string? Fault(FileInfo file)
    {
        if (!file.Exists)
        {
            return Directory.Exists(file.FullName) ? $"{file.Name} is a folder; name one file." : $"{file.Name} is not there.";
        }

        return file.Length > MostBytes ? $"{file.Name} has {file.Length} bytes; {MostBytes} are the most."
            : Utf8.IsValid(File.ReadAllBytes(file.FullName)) ? null
            : $"{file.Name} is not UTF-8; save it as UTF-8.";
    }

    private static string Guess(FoldedText text)
    {
        var guess = EngineData.Load(DataFiles.Folder).Languages.Guess(text);
        return guess.Sure ? guess.Code : PostReading.UnknownLanguage;
    }

    private static void Write(RulesOutput output, AskedRule asked, string post, PostPlace place, RuleExplanation explained)
    {
        output.Line(explained.Hit is { } hit
            ? FormattableString.Invariant($"{asked.Says} finds something, with a strength of {hit.Strength:0.00}. Language: {place.Language}.")
            : $"{asked.Says} finds nothing. Language: {place.Language}.");
        output.Quoted(post, [.. explained.Hit?.Evidence ?? [.. explained.Parts.SelectMany(part => part.Found).Select(at => at.Evidence)]]);
        output.Title("Parts");
        output.Table(["part", "found", "by the term"], explained.Parts.SelectMany(part => Rows(part.Name, part.Found, post)));
        if (explained.Conditions.Count > 0)
        {
            output.Title("Conditions");
            output.Table(["holds", "condition"], explained.Conditions.Select(c => (string[])[c.Holds switch { true => "yes", false => "no", null => "unknown" }, c.Says]));
        }

        Signs(output, "Taken back by", explained.Suppressed, post);
        Signs(output, "Weakened by", explained.Weakened, post);
    }

    private static void Signs(RulesOutput output, string title, IReadOnlyList<ExplainedPlace> signs, string post)
    {
        if (signs.Count > 0)
        {
            output.Title(title);
            output.Table(["sign", "found", "by the term"], Rows("unless", signs, post));
        }
    }

    private static IEnumerable<string[]> Rows(string name, IReadOnlyList<ExplainedPlace> found, string post) => found.Count == 0
        ? [[name, "missing", ""]]
        : found.Select((at, i) => (string[])[i == 0 ? name : "", $"{post.AsSpan(at.Evidence.Start, at.Evidence.Length)}{(at.Evidence.Restored is { } read ? $" (read as {read})" : "")}", at.Term]);
}
