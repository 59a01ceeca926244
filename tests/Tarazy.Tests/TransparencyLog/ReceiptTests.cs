using System.Text;
using Tarazy.TransparencyLog;
using Tarazy.TransparencyLog.Checkpoints;
using Tarazy.TransparencyLog.Receipts;

namespace Tarazy.Tests.TransparencyLog;

public sealed class ReceiptTests : IDisposable
{
    private readonly SignerKey _key = SignerKey.Create("desk.example/log");
    private readonly CrashableFiles _files = new();
    private readonly Receipt _receipt;

    public ReceiptTests()
    {
        var opening = new Opening(Enumerable.Range(0, 32).Select(i => (byte)i).ToArray(), """{"reasons":"Ақы үшін соғыс"}""");
        var leaf = $$"""{"commitment":"{{Commitment.To(opening).ToBase64()}}","type":"notice-signed"}""";
        using var log = Log.Open(_files, _key);
        log.Append(0, [.. Trees.Entries(0, 7), Encoding.UTF8.GetBytes(leaf), .. Trees.Entries(8, 12)]);
        var entry = new ReceiptEntry(leaf, log.Reader.ProveInclusion(7, 12), opening);
        _receipt = new Receipt(_key.Verifier.ToString(), log.Latest, [entry]);
    }

    public void Dispose() => _key.Dispose();

    [Fact]
    public void A_receipt_is_verified_by_nothing_but_its_file_and_the_pinned_key()
    {
        var read = ReceiptFile.Parse(ReceiptFile.Write(_receipt)).Required();
        var report = Check.Receipt(read, _key.Verifier);
        Assert.Equal(Verdict.Verified, report.Verdict);
        Assert.Contains("Entry 7 is in the log of 12.", report.Steps.Select(s => s.Says));
    }

    [Fact]
    public void Without_a_pinned_key_it_says_that_the_signer_was_taken_from_the_receipt_itself()
    {
        var report = Check.Receipt(_receipt, null);
        Assert.Equal(Verdict.SignerUnknown, report.Verdict);
        Assert.Contains(report.Steps, s => s.Says.Contains("taken from the receipt itself", StringComparison.Ordinal));
    }

    [Fact]
    public void A_receipt_forged_with_another_key_fails_against_the_pinned_one()
    {
        using var forger = SignerKey.Create("desk.example/log");
        var forged = _receipt with
        {
            ShownKey = forger.Verifier.ToString(),
            Checkpoint = SignedCheckpoint.Sign(_receipt.Checkpoint.Checkpoint, forger),
        };
        Assert.Equal(Verdict.SignerUnknown, Check.Receipt(forged, null).Verdict);
        Assert.Equal(Verdict.Failed, Check.Receipt(forged, _key.Verifier).Verdict);
    }

    [Fact]
    public void Changed_content_salt_leaf_or_place_fails()
    {
        var entry = _receipt.Entries[0];
        var opening = entry.Opening!;
        ReceiptEntry[] changed =
        [
            entry with { Opening = opening with { Content = """{"reasons":"other"}""" } },
            entry with { Opening = opening with { Salt = new byte[32] } },
            entry with { Leaf = entry.Leaf.Replace("signed", "sent", StringComparison.Ordinal) },
            entry with { Proof = entry.Proof with { Index = 6 } },
        ];
        Assert.All(changed, c => Assert.Equal(Verdict.Failed, Check.Receipt(_receipt with { Entries = [c] }, _key.Verifier).Verdict));
    }

    [Fact]
    public void A_receipt_without_its_content_still_proves_the_entry()
    {
        var erased = _receipt with { Entries = [_receipt.Entries[0] with { Opening = null }] };
        var report = Check.Receipt(ReceiptFile.Parse(ReceiptFile.Write(erased)).Required(), _key.Verifier);
        Assert.Equal(Verdict.Verified, report.Verdict);
        Assert.Contains(report.Steps, s => s.Code == "not-opened");
    }

    [Theory]
    [InlineData("")]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"format":"tarazy-receipt/2"}""")]
    [InlineData("""{"format":"tarazy-receipt/1","format":"tarazy-receipt/1"}""")]
    [InlineData("""{"format":"tarazy-receipt/1","key":"k","checkpoint":"c","entries":[]}""")]
    [InlineData("""{"format":"tarazy-receipt/1","key":7}""")]
    public void A_damaged_receipt_says_why(string file) =>
        Assert.False(string.IsNullOrEmpty(ReceiptFile.Parse(Encoding.UTF8.GetBytes(file)).Why));

    [Fact]
    public void A_receipt_cut_anywhere_is_refused_in_a_sentence()
    {
        var file = ReceiptFile.Write(_receipt);
        for (var length = 0; length < file.Length; length += 7)
        {
            Assert.False(ReceiptFile.Parse(file.AsMemory(0, length)).Ok);
        }
    }
}
