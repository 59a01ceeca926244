using System.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace Tarazy.Analysis.Rules.Loading;

/// <summary>Opens a file as one mapping of plain YAML: no anchors, no tags, no second document, not too large and not too deep.</summary>
internal static class YamlFile
{
    public static YamlMappingNode? Open(string path, RuleLimits limits, Faults faults)
    {
        var length = new FileInfo(path).Length;
        if (length > limits.Bytes)
        {
            faults.Add(Mark.Empty, $"The file has {length} bytes and {limits.Bytes} are allowed.", "Split it into several rules.");
            return null;
        }

        var read = Mark.Empty;
        var text = "";
        try
        {
            text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(File.ReadAllBytes(path)).TrimStart('\uFEFF');
            return IsPlain(text, limits, faults, ref read) ? Root(text, faults) : null;
        }
        catch (DecoderFallbackException)
        {
            faults.Add(Mark.Empty, "The file is not UTF-8.", "Save it as UTF-8.");
            return null;
        }
        catch (YamlException broken)
        {
            if (Tab(text) is { } tab)
            {
                faults.Add(tab, "This line begins with a tab.", "YAML is indented with blanks.");
                return null;
            }

            var why = (broken.InnerException ?? broken).Message.TrimEnd('.');
            faults.Add(broken.Start, $"This is not YAML: {why}.", "Check indentation, quotes and brackets here and on the line above.");
            return null;
        }
        catch (Exception broken) when (broken is InvalidOperationException or ArgumentException)
        {
            // The parser gives up on some unclosed brackets without a word about where; it had read well up to this mark.
            faults.Add(read, "This is not YAML: a bracket or a quote is not closed.", "Check indentation, quotes and brackets here and on the line above.");
            return null;
        }
    }

    /// <summary>The parser names the beginning of what the line stands in, which may be the whole file.</summary>
    private static Mark? Tab(string text)
    {
        var lines = text.Split('\n');
        var line = Array.FindIndex(lines, one => one.TrimStart(' ').StartsWith('\t') && !string.IsNullOrWhiteSpace(one));
        return line < 0 ? null : new Mark(0, line + 1, lines[line].IndexOf('\t', StringComparison.Ordinal) + 1);
    }

    // Walked as events first: they need no stack, so a file of a hundred thousand brackets is refused and not fatal.
    private static bool IsPlain(string text, RuleLimits limits, Faults faults, ref Mark read)
    {
        var parser = new Parser(new StringReader(text));
        var (depth, documents) = (0, 0);
        while (parser.MoveNext())
        {
            var now = parser.Current!;
            read = now.End;
            depth += now.NestingIncrease;
            documents += now is DocumentStart ? 1 : 0;

            // The stream and the document are two levels of their own.
            if (depth > limits.Depth + 2)
            {
                faults.Add(now.Start, $"This is nested deeper than {limits.Depth} levels.", "Flatten it; a rule needs five.");
                return false;
            }

            if (now is AnchorAlias || now is NodeEvent { Anchor.IsEmpty: false } or NodeEvent { Tag.IsEmpty: false })
            {
                faults.Add(now.Start, "Anchors, aliases and tags are not read.", "Write the value out, or put it into lists/ and name it <list>.");
                return false;
            }

            if (documents > 1)
            {
                faults.Add(now.Start, "A second document begins here.", "One file holds one rule: move this into a file of its own.");
                return false;
            }
        }

        return true;
    }

    private static YamlMappingNode? Root(string text, Faults faults)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        if (stream.Documents.Count == 1 && stream.Documents[0].RootNode is YamlMappingNode root)
        {
            return root;
        }

        faults.Add(Mark.Empty, "The file holds no rule.", "Begin it with \"rule:\" and a name.");
        return null;
    }
}
