using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Tarazy.Notice.Notices;
using Tarazy.Notice.Sending;
using Tarazy.Publish.Entries;
using Tarazy.Publish.Logs;
using Tarazy.Publish.Receipts;
using Tarazy.Publish.Register;
using Tarazy.Records.Notices;
using Tarazy.Server.Hosting;
using Tarazy.TransparencyLog.Checkpoints;
using Tarazy.TransparencyLog.Proofs;
using Tarazy.TransparencyLog.Receipts;
using Tarazy.TransparencyLog.Tree;

namespace Tarazy.Tests.Promises;

/// <summary>
/// 4. No secret notice. A notice cannot be sent before its entry is in the transparency log. Where publicity would hurt a victim
/// the entry is sealed: its commitment is public now, its content on a date fixed when it is sealed.
/// </summary>
public class NoSecretNoticeTests
{
    private const string Victim = "Анасы туралы айтылған жайт қаланың бәріне белгілі болады.";
    private static readonly DateOnly Opens = new(2026, 12, 20);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_signed_notice_whose_entry_is_not_in_the_log_leaves_the_desk_neither_by_hand_nor_by_mail()
    {
        await using var desk = await WholeDesk.StartAsync();
        var signed = await desk.SignedAsync(1);
        await IsNotSentAsync(desk, signed);

        await desk.RunAsync();
        Assert.True((await desk.Notices.SendByMailAsync(new SendByMail(signed.Id, signed.Version, WholeDesk.Signer), Cancel)).Ok);
        Assert.Equal(1, desk.Mail.Sent);
    }

    [Fact]
    public async Task A_mail_of_which_nothing_was_heard_cannot_be_called_sent_without_the_entry()
    {
        var forged = new ForgedReceipts();
        await using var desk = await WholeDesk.StartAsync(change: s => s.AddSingleton<IReceipts>(forged.Over));
        desk.Mail.Answer = new Tarazy.Notice.Delivery.MailUncertain("The line broke.");
        var logged = await desk.LoggedAsync(1);
        var sending = WholeDesk.Done(await desk.Notices.SendByMailAsync(new SendByMail(logged.Id, logged.Version, WholeDesk.Signer), Cancel));
        Assert.Equal(NoticeStatus.Sending, sending.Status);
        forged.Forge = _ => null;
        var settled = await desk.Notices.SettleAsync(new SettleSending(logged.Id, sending.Version, WholeDesk.Signer, WasSent: true, "seen"), Cancel);
        Assert.IsType<NotInLog>(Assert.Single(settled.Refusals));
    }

    [Fact]
    public async Task The_entry_of_another_notice_does_not_count()
    {
        var forged = new ForgedReceipts();
        await using var desk = await WholeDesk.StartAsync(change: s => s.AddSingleton<IReceipts>(forged.Over));
        var other = await desk.LoggedAsync(1);
        var mine = await desk.LoggedAsync(2);
        forged.Seq = other.SignedSeq;
        await IsNotSentAsync(desk, mine);
        forged.Seq = null;
        Assert.True((await desk.Notices.MarkAsSentAsync(new MarkAsSent(mine.Id, mine.Version, WholeDesk.Signer, "form"), Cancel)).Ok);
    }

    [Fact]
    public async Task Another_entry_of_the_same_notice_does_not_count()
    {
        var forged = new ForgedReceipts();
        await using var desk = await WholeDesk.StartAsync(change: s => s.AddSingleton<IReceipts>(forged.Over));
        var sent = await desk.SentAsync(1);
        await desk.RunAsync();
        var mine = await desk.LoggedAsync(2);
        var events = await desk.NoticeEvents.OfAsync(sent.Id.Value, Cancel);
        forged.Seq = events.Single(e => e.Event is NoticeSent).Seq;
        await IsNotSentAsync(desk, mine);
    }

    public static TheoryData<string> Forgeries => [.. Forged.Keys];

    [Theory]
    [MemberData(nameof(Forgeries))]
    public async Task A_receipt_that_does_not_verify_is_no_receipt(string forgery)
    {
        var forged = new ForgedReceipts();
        await using var desk = await WholeDesk.StartAsync(change: s => s.AddSingleton<IReceipts>(forged.Over));
        await desk.LoggedAsync(1);
        var signed = await desk.LoggedAsync(2);
        forged.Forge = Forged[forgery];
        await IsNotSentAsync(desk, signed);

        forged.Forge = r => r;
        Assert.True((await desk.Notices.MarkAsSentAsync(new MarkAsSent(signed.Id, signed.Version, WholeDesk.Signer, "form"), Cancel)).Ok);
    }

    [Theory]
    [InlineData("")]
    [InlineData("not a key")]
    [InlineData("desk.example/log+00000000+AQ==")]
    [InlineData("another")]
    public async Task A_receipt_counts_under_the_key_of_the_desks_own_log_alone(string key)
    {
        var forged = new ForgedReceipts();
        await using var desk = await WholeDesk.StartAsync(change: s => s.AddSingleton<IReceipts>(forged.Over));
        var signed = await desk.LoggedAsync(1);
        forged.Key = key == "another" ? SignerKey.Create("desk.example/log").Verifier.ToString() : key;
        await IsNotSentAsync(desk, signed);
    }

    [Fact]
    public async Task What_was_withdrawn_is_not_sent_although_its_entry_stands()
    {
        await using var desk = await WholeDesk.StartAsync();
        var signed = await desk.LoggedAsync(1);
        var withdrawn = WholeDesk.Done(await desk.Notices.WithdrawAsync(new(signed.Id, signed.Version, WholeDesk.Second, "We thought better of it."), Cancel));
        Assert.False((await desk.Notices.MarkAsSentAsync(new MarkAsSent(signed.Id, withdrawn.Version, WholeDesk.Signer, "form"), Cancel)).Ok);
        Assert.False((await desk.Notices.SendByMailAsync(new SendByMail(signed.Id, withdrawn.Version, WholeDesk.Signer), Cancel)).Ok);
        Assert.Equal(0, desk.Mail.Sent);
    }

    [Fact]
    public async Task A_sealed_entry_shows_its_commitment_now_and_nothing_of_its_content_until_the_day_comes()
    {
        await using var desk = await WholeDesk.StartAsync();
        var notice = await SealedAsync(desk);
        string[] secrets = ["mercenary-recruitment", "crim-170", "steppe_news", FindingList.Channel.Value, "offers pay for joining", "қаланың бәріне", notice.Id.Value, "telegram-abuse"];
        foreach (var days in new[] { 0, 10, 26 })
        {
            desk.Clock.SetUtcNow(new DateTimeOffset(2026, 11, 23, 23, 59, 59, TimeSpan.Zero).AddDays(days));
            var shown = await ShownAsync(desk, notice);
            Assert.Contains("commitment", shown, StringComparison.Ordinal);
            Assert.Contains("2026-12-20", shown, StringComparison.Ordinal);
            Assert.DoesNotContain(secrets, s => shown.Contains(s, StringComparison.Ordinal));
        }

        desk.Clock.SetUtcNow(new DateTimeOffset(2026, 12, 20, 0, 0, 0, TimeSpan.Zero));
        var opened = await ShownAsync(desk, notice);
        Assert.DoesNotContain(secrets, s => !opened.Contains(s, StringComparison.Ordinal));
    }

    [Fact]
    public async Task No_search_of_the_register_finds_a_sealed_notice_by_what_is_in_it()
    {
        await using var desk = await WholeDesk.StartAsync();
        await SealedAsync(desk);
        var register = desk.Services.GetRequiredService<PublicRegister>();
        RegisterFilter[] questions =
        [
            new(Text: "steppe_news"), new(Text: "offers pay"), new(Text: "N-2026-0001"), new(Harm: "mercenary-recruitment"), new(Jurisdiction: "kz"),
            new(Outcome: AnswerOutcome.Removed), new(Standing: RegisterStanding.Waiting), new(Standing: RegisterStanding.Reversed),
        ];
        foreach (var question in questions)
        {
            Assert.Equal((0, 0), await CountAsync(register, question));
        }

        Assert.Equal((1, 1), await CountAsync(register, new RegisterFilter()));
        Assert.Equal((1, 1), await CountAsync(register, new RegisterFilter(Standing: RegisterStanding.Sealed)));
    }

    [Fact]
    public async Task The_day_is_fixed_when_the_entry_is_sealed_and_the_commitment_opens_to_that_content_alone()
    {
        await using var desk = await WholeDesk.StartAsync();
        var notice = await SealedAsync(desk);
        var before = await ReceiptAsync(desk, notice);
        Assert.Equal("2026-12-20", JsonNode.Parse(before.Entries[0].Leaf)!["sealedUntil"]!.GetValue<string>());
        Assert.Null(before.Entries[0].Opening);
        var day = typeof(EntryRow).GetProperty(nameof(EntryRow.SealedUntil))!.SetMethod!;
        Assert.Contains(typeof(IsExternalInit), day.ReturnParameter.GetRequiredCustomModifiers());
        var entry = new EntryRow
        {
            Index = 0,
            Feed = EntryRow.NoticeFeed,
            EventSeq = 1,
            Subject = "notice:1",
            Type = "signed",
            Role = "reviewer",
            At = desk.Clock.GetUtcNow(),
            Leaf = "",
            SealedUntil = new DateOnly(2026, 12, 20),
        };
        Assert.Throws<InvalidOperationException>(() => entry.Open(new DateOnly(2027, 12, 20), new DateOnly(2027, 12, 20)));

        desk.Clock.SetUtcNow(new DateTimeOffset(2026, 12, 20, 0, 0, 0, TimeSpan.Zero));
        var after = await ReceiptAsync(desk, notice);
        var key = VerifierKey.Parse(desk.Services.GetRequiredService<IPublicLog>().VerifierKey!).Value;
        Assert.Equal(before.Entries[0].Leaf, after.Entries[0].Leaf);
        Assert.Equal(Verdict.Verified, Check.Receipt(after, key).Verdict);
        var other = after.Entries[0] with { Opening = after.Entries[0].Opening! with { Content = after.Entries[0].Opening!.Content.Replace("remove-post", "label", StringComparison.Ordinal) } };
        Assert.Equal(Verdict.Failed, Check.Receipt(after with { Entries = [other] }, key).Verdict);
    }

    [Fact]
    public async Task No_file_of_the_log_ever_holds_content_sealed_or_open()
    {
        await using var desk = await WholeDesk.StartAsync();
        await SealedAsync(desk);
        await desk.LoggedAsync(2);
        var files = Directory.GetFiles(desk.LogFolder, "*", SearchOption.AllDirectories).Where(f => Path.GetFileName(f) != "lock");
        byte[] bytes = [.. files.SelectMany(File.ReadAllBytes)];
        Assert.True(bytes.AsSpan().IndexOf("commitment"u8) >= 0);
        foreach (var secret in new[] { "mercenary", "crim-170", "steppe_news", "telegram", "R-01", "R-02", "R-03", "offers pay", "Келісімшарт" })
        {
            Assert.True(bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(secret)) < 0, secret);
        }
    }

    private static readonly Dictionary<string, Func<Receipt, Receipt?>> Forged = new()
    {
        ["no receipt"] = _ => null,
        ["no entry"] = r => r with { Entries = [] },
        ["the entry twice"] = r => r with { Entries = [r.Entries[0], r.Entries[0]] },
        ["another number in the leaf"] = r => Leaf(r, l => l.Replace("N-2026-0002", "N-2026-0001", StringComparison.Ordinal)),
        ["another time in the leaf"] = r => Leaf(r, l => l.Replace("\"v\":1", "\"v\":2", StringComparison.Ordinal)),
        ["a space in the leaf"] = r => Leaf(r, l => l + " "),
        ["another content"] = r => r with { Entries = [r.Entries[0] with { Opening = r.Entries[0].Opening! with { Content = "{}" } }] },
        ["another salt"] = r => r with { Entries = [r.Entries[0] with { Opening = r.Entries[0].Opening! with { Salt = new byte[32] } }] },
        ["a proof cut short"] = r => r with { Entries = [r.Entries[0] with { Proof = r.Entries[0].Proof with { Path = [] } }] },
        ["another place in the log"] = r => r with { Entries = [r.Entries[0] with { Proof = r.Entries[0].Proof with { Index = 0 } }] },
        ["another size"] = r => r with { Checkpoint = r.Checkpoint with { Checkpoint = r.Checkpoint.Checkpoint with { Size = r.Checkpoint.Size + 1 } } },
        ["a root of one's own beside the signed note"] = OwnRoot,
    };

    /// <summary>A log of one forged leaf, with its true proof, beside a note of the desk that says something else.</summary>
    private static Receipt OwnRoot(Receipt receipt)
    {
        var root = MerkleHash.Leaf(Encoding.UTF8.GetBytes(receipt.Entries[0].Leaf));
        var checkpoint = receipt.Checkpoint.Checkpoint with { Size = 1, Root = root };
        return receipt with
        {
            Checkpoint = receipt.Checkpoint with { Checkpoint = checkpoint },
            Entries = [receipt.Entries[0] with { Proof = new InclusionProof(0, 1, []) }],
        };
    }

    private static Receipt Leaf(Receipt receipt, Func<string, string> change)
    {
        var leaf = change(receipt.Entries[0].Leaf);
        Assert.NotEqual(leaf, receipt.Entries[0].Leaf);
        return receipt with { Entries = [receipt.Entries[0] with { Leaf = leaf }] };
    }

    private static async Task IsNotSentAsync(WholeDesk desk, NoticeState signed)
    {
        var byHand = await desk.Notices.MarkAsSentAsync(new MarkAsSent(signed.Id, signed.Version, WholeDesk.Signer, "form"), Cancel);
        var byMail = await desk.Notices.SendByMailAsync(new SendByMail(signed.Id, signed.Version, WholeDesk.Signer), Cancel);
        foreach (var refusal in new[] { Assert.Single(byHand.Refusals), Assert.Single(byMail.Refusals) })
        {
            Assert.NotEmpty(Assert.IsType<NotInLog>(refusal).Why);
        }

        Assert.Equal(0, desk.Mail.Sent);
        Assert.Equal(signed.Version, (await desk.NoticeAsync(signed.Id)).Version);
    }

    private static Task<NoticeState> SealedAsync(WholeDesk desk) =>
        desk.LoggedAsync(1, d => d with { SealedUntil = Opens, SealReason = Victim });

    private static async Task<Receipt> ReceiptAsync(WholeDesk desk, NoticeState notice) =>
        (await desk.Services.GetRequiredService<IEntryReceipts>().ForNoticeAsync(notice.Id, Cancel))!;

    private static async Task<(int Lines, int Total)> CountAsync(PublicRegister register, RegisterFilter filter)
    {
        var page = await register.PageAsync(filter, Cancel);
        return (page.Lines.Count, page.Total);
    }

    /// <summary>Everything that the register and the receipts give to the public, as words. The id of the notice is the desk's own.</summary>
    private static async Task<string> ShownAsync(WholeDesk desk, NoticeState notice)
    {
        var register = desk.Services.GetRequiredService<PublicRegister>();
        var found = (await register.FindAsync(notice.Drafted.Number, Cancel))!;
        var page = await register.PageAsync(new RegisterFilter(), Cancel);
        var latest = await register.LatestAsync(10, Cancel);
        var lines = page.Lines.Append(found.Line).Select(l => $"{l with { Notice = default }} {l.Subject}");
        return string.Join('\n', [.. lines, .. found.Entries.Select(e => e.ToString()), .. latest.Select(l => l.ToString()), Encoding.UTF8.GetString(ReceiptFile.Write(await ReceiptAsync(desk, notice)))]);
    }

    /// <summary>The real receipts of the desk, until a test changes what comes back.</summary>
    private sealed class ForgedReceipts
    {
        public Func<Receipt, Receipt?> Forge { get; set; } = r => r;

        /// <summary>Whose entry is given instead.</summary>
        public long? Seq { get; set; }

        public string? Key { get; set; }

        public IReceipts Over(IServiceProvider services) => new Forging(this, ActivatorUtilities.CreateInstance<LogReceipts>(services));

        private sealed class Forging(ForgedReceipts forger, LogReceipts real) : IReceipts
        {
            public string LogKey => forger.Key ?? real.LogKey;

            public async Task<Receipt?> OfSigningAsync(long signedSeq, CancellationToken cancel) =>
                await real.OfSigningAsync(forger.Seq ?? signedSeq, cancel) is { } receipt ? forger.Forge(receipt) : null;
        }
    }
}
