using System.Globalization;
using System.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace Tarazy.Policy.Loading;

/// <summary>One YAML file, read within limits. Anchors, aliases and tags are refused: law should read as it stands.</summary>
internal sealed class PackFile(string name, List<PackFault> faults)
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public string Name { get; } = name;

    /// <summary>Everything that was found so far, in this file and in those before it.</summary>
    public IReadOnlyList<PackFault> Faults => faults;

    public void Fault(Mark at, string field, string says, string mend) =>
        faults.Add(new(Name, at.Line, at.Column, field, says, mend));

    /// <summary>The mapping at the top, or null after a fault.</summary>
    public YamlMappingNode? Read(string path, PackLimits limits)
    {
        try
        {
            var text = Text(path, limits);
            if (text is null || !Plain(text, limits))
            {
                return null;
            }

            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            if (stream.Documents is [{ RootNode: YamlMappingNode top }])
            {
                return top;
            }

            faults.Add(new(Name, 1, 1, "", "The file is not one mapping.", "Write one document with name: value lines at the top."));
        }
        catch (YamlException broken)
        {
            Fault(broken.Start, "", $"This is not YAML: {OneLine(broken.Message)}.", "Mend the line, or quote the text if it holds a colon.");
        }

        return null;
    }

    private string? Text(string path, PackLimits limits)
    {
        var length = new FileInfo(path).Length;
        if (length > limits.FileBytes)
        {
            Whole(string.Create(CultureInfo.InvariantCulture, $"The file has {length} bytes; {limits.FileBytes} are read."), "Split it.");
            return null;
        }

        try
        {
            return Strict.GetString(File.ReadAllBytes(path)).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            Whole("The file is not UTF-8.", "Save it as UTF-8.");
            return null;
        }
    }

    private bool Plain(string text, PackLimits limits)
    {
        var parser = new Parser(new StringReader(text));
        var nodes = 0;
        var depth = 0;
        while (parser.MoveNext())
        {
            var now = parser.Current!;
            depth += now.NestingIncrease;
            if (now is AnchorAlias or NodeEvent { Anchor.IsEmpty: false } or NodeEvent { Tag.IsEmpty: false })
            {
                Fault(now.Start, "", "Anchors, aliases and tags are not read.", "Write the value out.");
                return false;
            }

            // The stream and the document count as two levels.
            if (++nodes > limits.Nodes || depth > limits.Depth + 2)
            {
                Fault(now.Start, "", "The file is larger or deeper than a pack may be.", "Split it, or take the nesting out.");
                return false;
            }
        }

        return true;
    }

    private void Whole(string says, string mend) => faults.Add(new(Name, 0, 0, "", says, mend));

    private static string OneLine(string message) => message.ReplaceLineEndings(" ").TrimEnd('.');
}
