using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Tarazy.Demand;
using Tarazy.Demand.Answers;
using Tarazy.Demand.Basis;
using Tarazy.Demand.Demands;
using Tarazy.Demand.Shelf;
using Tarazy.Publish.Demands;
using Tarazy.Records.Cases;
using Tarazy.Records.Demands;
using Tarazy.Server.Hosting;
using Tarazy.TransparencyLog.Receipts;

namespace Tarazy.Tests.Samples;

/// <summary>The invented demands came to the desk as real ones do, and what a newcomer is to see of them is there.</summary>
public sealed class SampleDemandTests(SampleDemandTests.Tried sample) : IClassFixture<SampleDemandTests.Tried>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void Every_demand_says_that_its_office_is_invented() =>
        Assert.All(sample.Demands, d => Assert.Matches("вымышлен|ойдан шығарылған", d.Letter.Issuer.Name));

    [Fact]
    public async Task One_waits_with_its_clock_running_and_the_law_carries_it()
    {
        var open = Assert.Single(sample.Demands, d => d.Status == DemandStatus.Open);
        Assert.Equal(open.Letter.AsksBy, open.Received.DueAt);
        Assert.True(open.Received.DueAt > open.RecordedAt);
        Assert.Null(open.Check);
        var checkedBasis = await sample.Desk.Services.GetRequiredService<DemandDesk>()
            .CheckBasisAsync(new CheckBasis(open.Id, open.Version, new ReviewerId("R-01"), open.Letter.Ground.Clause), Cancel);
        Assert.Empty(checkedBasis.Refusals);
    }

    [Fact]
    public void One_reached_too_far_was_narrowed_and_then_refused_with_reasons_that_the_office_was_told()
    {
        var refused = Assert.Single(sample.Demands, d => d.Answer?.Answer.Outcome == DemandOutcome.Refused);
        Assert.True(refused.Letter.Scope.IsBlanket(refused.Letter.Kind));
        Assert.False(refused.Scope.IsBlanket(refused.Letter.Kind));
        Assert.Contains(DemandRefusalReason.FalsehoodAlone, refused.Answer!.Answer.Reasons);
        Assert.Equal(DemandStatus.Given, refused.Status);
    }

    [Fact]
    public void One_went_to_a_platform_and_was_answered_with_nothing_done_on_the_strength_of_it()
    {
        var noted = Assert.Single(sample.Demands, d => d.Answer?.Answer.Outcome == DemandOutcome.Noted);
        Assert.Equal(AddressedTo.Platform, noted.Letter.AddressedTo);
        Assert.Equal(DemandStatus.Given, noted.Status);
    }

    [Fact]
    public async Task Each_was_in_the_log_before_it_was_answered_and_its_receipt_proves_it()
    {
        var receipts = sample.Desk.Services.GetRequiredService<IDemandReceipts>();
        foreach (var demand in sample.Demands.Where(d => d.Answer is not null))
        {
            var received = EntryProof.Of(
                await receipts.OfDemandAsync(demand.ReceivedSeq, Cancel), receipts.LogKey, "demand-received", demand.Received.Number, demand.ReceivedSeq);
            Assert.True(received.Index < demand.Given!.EntryIndex, received.Why);
        }

        var shown = await sample.Desk.Services.GetRequiredService<PublicDemands>().CountAsync(Cancel);
        Assert.Equal((3, 1, 1, 1), (shown.Received, shown.Open, shown.Refused, shown.Narrowed));
    }

    [Fact]
    public void Whoever_tries_the_sample_had_no_part_in_its_answers() =>
        Assert.All(sample.Demands.SelectMany(d => d.HadAPart.Append(d.Received.By)), by => Assert.Equal(SampleDemands.Reviewer, by));

    [Fact]
    public async Task A_second_start_brings_nothing()
    {
        await Sample.ImportMissingAsync(sample.Desk.Services, Cancel);
        Assert.Equal(sample.Demands.Count, await sample.Desk.Services.GetRequiredService<DemandShelf>().CountAsync(DemandPile.All, Cancel));
    }

    /// <summary>A desk as <c>./run</c> finds it the first time, before it serves.</summary>
    public sealed class Tried : IAsyncLifetime
    {
        private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tarazy-sample-demands-");

        internal WebApplication Desk { get; private set; } = null!;

        internal IReadOnlyList<DemandState> Demands { get; private set; } = [];

        public async ValueTask InitializeAsync()
        {
            Desk = DeskHost.Build(DeskFolder.Open(_folder.FullName), null, "http://127.0.0.1:0", Sample.Settings);
            await Migrations.ApplyAsync(Desk.Services, CancellationToken.None);
            await Sample.ImportMissingAsync(Desk.Services, CancellationToken.None);
            var shelf = Desk.Services.GetRequiredService<DemandShelf>();
            var demands = new List<DemandState>();
            foreach (var line in await shelf.ListAsync(DemandPile.All, 10, CancellationToken.None))
            {
                demands.Add(DemandState.Fold(await shelf.HistoryAsync(line.Id, CancellationToken.None))!);
            }

            Demands = demands;
        }

        public async ValueTask DisposeAsync()
        {
            await Desk.DisposeAsync();
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            _folder.Delete(recursive: true);
        }
    }
}
