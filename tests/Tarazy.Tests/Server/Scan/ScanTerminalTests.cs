using Tarazy.Server.Commands.Scan;

namespace Tarazy.Tests.Server.Scan;

public class ScanTerminalTests
{
    [Fact]
    public void A_post_cannot_move_the_cursor_or_turn_the_line_around()
    {
        var hostile = "[red]a\u001b[2Jb\u0007c\u202Ed\r\ne[/]";
        var text = Lines(SampleScan.Result(SampleScan.Rule("r", "Says", shadow: false, SampleScan.Found("[offer:x] \u001bc\u202Eevil", title: hostile))) with
        {
            Channels = [new ScannedChannel(SampleScan.Channel(hostile), 1)],
        });
        Assert.DoesNotContain(text, c => char.IsControl(c) && c != '\n');
        Assert.DoesNotContain('\u202E', text);
        Assert.Contains("[red]a [2Jb c d e[/]", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Evidence_is_numbered_where_there_is_no_colour()
    {
        var text = Lines(SampleScan.Result(SampleScan.Rule("r", "Says", shadow: false, SampleScan.Found("Есть [offer:к0нтракт=контракт] за [pay:5 тенге]"))));
        Assert.Contains("Есть к0нтракт (контракт)[1] за 5 тенге[2]", text, StringComparison.Ordinal);
        Assert.Contains("Offer (1) and pay (2).", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_is_cut_between_words_and_never_inside_a_letter()
    {
        Assert.Equal("один два…", PlainText.Line("один  два\n\nтри четыре", 12));
        Assert.Equal("😀…", PlainText.Line("😀😀", 3));
    }

    private static string Lines(ScanResult result)
    {
        using var text = new StringWriter(System.Globalization.CultureInfo.InvariantCulture);
        new ScanTerminal(ScanOutput.To(text, plain: true)).Write(result);
        return text.ToString().ReplaceLineEndings("\n");
    }
}
