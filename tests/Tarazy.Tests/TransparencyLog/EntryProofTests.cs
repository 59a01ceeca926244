using System.Text;
using Tarazy.TransparencyLog;
using Tarazy.TransparencyLog.Checkpoints;
using Tarazy.TransparencyLog.Receipts;
using Tarazy.TransparencyLog.Tree;

namespace Tarazy.Tests.TransparencyLog;

/// <summary>What lets a notice or an answer go out: the entry itself, and no other that is in the log as well.</summary>
public sealed class EntryProofTests : IDisposable
{
    private const string Type = "notice-signed";
    private const string Number = "N-2026-0001";
    private const long Event = 41;

    private readonly SignerKey _key = SignerKey.Create("desk.example/log");
    private readonly CrashableFiles _files = new();
    private readonly Receipt _receipt;

    public EntryProofTests()
    {
        var leaf = $$"""{"commitment":"{{new Digest().ToBase64()}}","event":{{Event}},"number":"{{Number}}","type":"{{Type}}"}""";
        using var log = Log.Open(_files, _key);
        log.Append(0, [.. Trees.Entries(0, 3), Encoding.UTF8.GetBytes(leaf)]);
        _receipt = new Receipt(_key.Verifier.ToString(), log.Latest, [new ReceiptEntry(leaf, log.Reader.ProveInclusion(3, 4))]);
    }

    public void Dispose() => _key.Dispose();

    [Theory]
    [InlineData(Type, Number, Event, true)]
    [InlineData("notice-sent", Number, Event, false)]
    [InlineData(Type, "N-2026-0002", Event, false)]
    [InlineData(Type, Number, Event + 1, false)]
    public void An_entry_counts_for_the_one_thing_it_says(string type, string number, long happened, bool found) =>
        Assert.Equal(found ? 3L : null, EntryProof.Of(_receipt, _key.Verifier.ToString(), type, number, happened).Index);

    [Fact]
    public void A_receipt_that_another_key_signed_proves_nothing_and_says_why()
    {
        using var forger = SignerKey.Create("desk.example/log");
        var proof = EntryProof.Of(_receipt, forger.Verifier.ToString(), Type, Number, Event);
        Assert.Null(proof.Index);
        Assert.NotEmpty(proof.Why!);
    }

    [Fact]
    public void Without_a_receipt_or_with_one_of_two_entries_there_is_none()
    {
        Assert.Null(EntryProof.Of(null, _key.Verifier.ToString(), Type, Number, Event).Index);
        var two = _receipt with { Entries = [.. _receipt.Entries, .. _receipt.Entries] };
        Assert.Null(EntryProof.Of(two, _key.Verifier.ToString(), Type, Number, Event).Index);
    }
}
