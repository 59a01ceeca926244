using System.CommandLine;
using System.Text;
using Tarazy.Server.Commands;
using Tarazy.TransparencyLog;
using Tarazy.TransparencyLog.Checkpoints;
using Tarazy.TransparencyLog.Receipts;

namespace Tarazy.Tests.TransparencyLog;

public sealed class VerifyCommandTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tarazy-verify-");
    private readonly SignerKey _key = SignerKey.Create("desk.example/log");
    private readonly string _receipt;
    private readonly string _log;

    public VerifyCommandTests()
    {
        _log = Path.Combine(_folder.FullName, "log");
        _receipt = Path.Combine(_folder.FullName, "receipt.json");
        using var log = Log.Open(_log, _key);
        log.Append(0, Trees.Entries(0, 12));
        var entry = new ReceiptEntry(Encoding.UTF8.GetString(Trees.Entry(7)), log.Reader.ProveInclusion(7, 12));
        File.WriteAllBytes(_receipt, ReceiptFile.Write(new Receipt(_key.Verifier.ToString(), log.Latest, [entry])));
    }

    public void Dispose()
    {
        _key.Dispose();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public void A_good_receipt_is_verified_step_by_step()
    {
        var (exit, output) = Run(_receipt, "--key", _key.Verifier.ToString());
        Assert.Equal(0, exit);
        Assert.Contains("Entry 7 is in the log of 12.", output, StringComparison.Ordinal);
        Assert.Contains("is signed by desk.example/log", output, StringComparison.Ordinal);
        Assert.EndsWith("Verified.\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_key_may_stand_in_a_file()
    {
        Assert.Equal(0, Run(_receipt, "--key", Path.Combine(_log, "vkey")).Exit);
    }

    [Fact]
    public void Without_a_key_it_cannot_be_told_who_signed()
    {
        var (exit, output) = Run(_receipt);
        Assert.Equal(2, exit);
        Assert.Contains("taken from the receipt itself", output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_changed_receipt_is_not_verified()
    {
        File.WriteAllText(_receipt, File.ReadAllText(_receipt).Replace("entry\\\":7", "entry\\\":8", StringComparison.Ordinal));
        var (exit, output) = Run(_receipt, "--key", _key.Verifier.ToString());
        Assert.Equal(1, exit);
        Assert.Contains("Entry 7 is not shown to be in the log of 12.", output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_whole_log_is_checked_and_a_changed_entry_is_named()
    {
        Assert.Equal(0, Run(_log, "--key", _key.Verifier.ToString()).Exit);
        var bundle = Path.Combine(_log, "tile", "entries", "000.p", "12");
        var bytes = File.ReadAllBytes(bundle);
        bytes[^1] ^= 1;
        File.WriteAllBytes(bundle, bytes);
        var (exit, output) = Run(_log, "--key", _key.Verifier.ToString(), "--json");
        Assert.Equal(1, exit);
        Assert.Contains("Entry 11 is not what", output, StringComparison.Ordinal);
        Assert.Contains("\"verdict\":\"failed\"", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("not json", "The receipt is not JSON")]
    [InlineData("{}", "The receipt lacks a member")]
    public void A_damaged_file_is_told_apart_from_a_false_one(string content, string says)
    {
        File.WriteAllText(_receipt, content);
        var (exit, output) = Run(_receipt);
        Assert.Equal(2, exit);
        Assert.Contains(says, output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_file_and_a_damaged_key_are_said_plainly()
    {
        Assert.Contains("neither a file nor a folder", Run(_receipt + ".gone").Output, StringComparison.Ordinal);
        var (exit, output) = Run(_receipt, "--key", "nonsense");
        Assert.Equal(2, exit);
        Assert.Contains("name+hash+key", output, StringComparison.Ordinal);
    }

    private static (int Exit, string Output) Run(params string[] arguments)
    {
        using var output = new StringWriter();
        var root = new RootCommand { VerifyCommand.Create() };
        var exit = root.Parse(["verify", .. arguments]).Invoke(new InvocationConfiguration { Output = output });
        return (exit, output.ToString());
    }
}
