using Spectre.Console;
using Tarazy.Analysis.Engine;
using Tarazy.Server.Commands.Scan.Report;

namespace Tarazy.Server.Commands.Scan;

/// <summary>
/// The result as lines: with colour on a terminal, plain in a pipe, the same words in both. Text from outside goes through
/// <see cref="PlainText"/> and is never read as markup.
/// </summary>
internal sealed class ScanTerminal(IAnsiConsole console)
{
    private const int MostChannels = 10;
    private const int MostRefusals = 10;
    private const int StoryText = 100;
    private const int TitleText = 40;
    private const int QuoteText = 400;
    private const int SaysText = 300;

    private static readonly Style Head = new(decoration: Decoration.Bold);
    private static readonly Style Soft = new(foreground: Color.Grey);
    private static readonly Style Mark = new(foreground: Color.Yellow, decoration: Decoration.Underline);

    public void Write(ScanResult result)
    {
        Line((Say.Count(result.Posts, "post", "posts"), Head), (" in ", Style.Plain), (Say.Count(result.Channels.Count, "channel", "channels"), Head), (Period(result), Style.Plain));
        foreach (var (channel, posts) in result.Channels.Take(MostChannels))
        {
            Line(($"  {Say.Count(posts),9}  ", Style.Plain), (PlainText.Line(channel.Title, TitleText), Style.Plain), ($"  {channel.Id.Value}", Soft));
        }

        More(result.Channels.Count - MostChannels, "channels");
        WriteLanguages(result);
        WriteRefused(result);
        WriteStories(result);
        WriteFindings(result);
        Line();
        Line((Took(result), Soft));
        Line(("A finding says why a post deserves a look. It is not a verdict, and nothing was sent to anybody.", Soft));
    }

    private static string Period(ScanResult result) =>
        result.Days.IsEmpty ? "" : $", {Say.Days(result.Days.First, result.Days.Last)} ({Say.Zone(result.Local(result.ScannedAt))})";

    private static string Took(ScanResult result)
    {
        var seconds = Math.Max(result.Took.TotalSeconds, 0.001);
        return $"Scanned in {Say.Place(Math.Round(seconds, 2))} s, {Say.Count((long)(result.Posts / seconds))} posts a second.";
    }

    private void WriteLanguages(ScanResult result)
    {
        Title("Languages");
        foreach (var (code, posts) in result.Languages)
        {
            Line(($"  {Say.Count(posts),9}  ", Style.Plain), (LanguageNames.Of(code), Style.Plain), ($"  {Say.Share(posts, result.Posts)}", Soft));
        }
    }

    private void WriteRefused(ScanResult result)
    {
        if (result.RefusedCount == 0)
        {
            return;
        }

        Title($"Not read: {Say.Count(result.RefusedCount)}");
        foreach (var refusal in result.Refused.Take(MostRefusals))
        {
            Line(($"  {refusal.Code}: ", Soft), (PlainText.Line(refusal.Says, SaysText), Style.Plain));
        }

        More(result.Refused.Count - MostRefusals, "refusals");
    }

    private void WriteStories(ScanResult result)
    {
        Title($"Stories: {Say.Count(result.StoryCount)}");
        if (result.Stories.Count == 0)
        {
            Line(("  No post said nearly the same as another.", Style.Plain));
        }

        foreach (var story in result.Stories)
        {
            Line(
                ($"  {Say.Count(story.Copies),5} copies, {Say.Count(story.Channels),3} {(story.Channels == 1 ? "channel " : "channels")}  ", Head),
                (PlainText.Line(story.Text, StoryText), Style.Plain));
            Line(($"        first {Say.Moment(result.Local(story.FirstAt))} in {PlainText.Line(story.FirstChannel.Title, TitleText)}", Soft));
        }
    }

    private void WriteFindings(ScanResult result)
    {
        Title($"Findings: {Say.Count(result.FindingCount)} in {Say.Count(result.PostsWithFinding, "post", "posts")}");
        WriteRules(result, result.Rules.Where(r => !r.Shadow));
        if (result.ShadowCount > 0)
        {
            Title($"By rules that are being tried (they open no case): {Say.Count(result.ShadowCount)}");
            WriteRules(result, result.Rules.Where(r => r.Shadow));
        }
    }

    private void WriteRules(ScanResult result, IEnumerable<ScannedRule> rules)
    {
        foreach (var rule in rules)
        {
            Line(("  ", Style.Plain), (rule.Says, Head), ($"  {rule.Name}, {Say.Count(rule.Count)}", Soft));
            foreach (var found in rule.Findings)
            {
                Line((
                    $"    {StrengthBands.Of(found.Finding.Strength)}, {LanguageNames.Of(found.Finding.Language)}, " +
                    $"{PlainText.Line(found.Channel.Title, TitleText)} /{found.Message}, {Say.Moment(result.Local(found.PostedAt))}",
                    Soft));
                Quoted(found);
                Line(($"      {Because.Says(found.Finding.Evidence)}{Because.Copied(found)}", Style.Plain));
            }

            More((int)Math.Min(int.MaxValue, rule.Count - rule.Findings.Count), "findings");
        }
    }

    private void Quoted(ScannedFinding found)
    {
        var line = new List<(string, Style)> { ("      ", Style.Plain) };
        var length = 0;
        foreach (var part in Quote.Of(found.Text, found.Finding.Evidence))
        {
            if (length > QuoteText && !part.Marked)
            {
                continue;
            }

            var words = PlainText.Line(part.Text, QuoteText);
            var before = part.Text.Length > 0 && char.IsWhiteSpace(part.Text[0]) ? " " : "";
            var after = part.Text.Length > 1 && char.IsWhiteSpace(part.Text[^1]) ? " " : "";
            line.Add((before, Style.Plain));
            line.Add((words, part.Marked ? Mark : Style.Plain));
            var restored = part.Restored is null ? "" : $" ({PlainText.Line(part.Restored, QuoteText)})";
            line.Add((restored, Soft));
            line.Add((string.Concat(part.Numbers.Select(n => $"[{n}]")), Soft));
            line.Add((after, Style.Plain));
            length += words.Length;
        }

        Line([.. line]);
    }

    private void More(int count, string what)
    {
        if (count > 0)
        {
            Line(($"    and {Say.Count(count)} more {what}", Soft));
        }
    }

    private void Title(string title)
    {
        Line();
        Line((title, Head));
    }

    private void Line(params ReadOnlySpan<(string Text, Style Style)> parts)
    {
        var line = new Paragraph();
        foreach (var (text, style) in parts)
        {
            line.Append(text, style);
        }

        console.Write(line);
        console.WriteLine();
    }
}
