using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Tarazy.Policy.StateMeasures;
using Tarazy.Publish.StateMeasures;
using Tarazy.Records.Cases;
using Tarazy.Server.Hosting;
using Tarazy.TestKit;
using Tarazy.TestKit.Databases;

namespace Tarazy.Tests.Publish.StateMeasures;

/// <summary>What the register of state measures promises on every database.</summary>
public abstract class MeasureBookContract : IAsyncLifetime
{
    private static readonly ReviewerId Admin = new("R-01");
    private static readonly StateMeasureRegister Shipped = StateMeasureRegister.Load(Repository.Path("policies", "state-measures")).Register;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tarazy-measures-");
    private TestDatabase _database = null!;
    private ServiceProvider _desk = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private MeasureBook Book => _desk.GetRequiredService<MeasureBook>();

    public async ValueTask InitializeAsync()
    {
        _database = await NewDatabaseAsync();
        _desk = ADesk();
        await Tarazy.Server.Hosting.Migrations.ApplyAsync(_desk, Cancel);
    }

    public async ValueTask DisposeAsync()
    {
        if (_desk is not null)
        {
            await _desk.DisposeAsync();
            await _database.DisposeAsync();
        }

        _folder.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }

    private protected abstract Task<TestDatabase> NewDatabaseAsync();

    [Fact]
    public async Task The_files_are_taken_in_once_and_every_record_comes_back_as_it_stood()
    {
        Assert.Equal(Shipped.All.Count, await Book.ImportAsync(Shipped, Cancel));
        Assert.Equal(0, await Book.ImportAsync(Shipped, Cancel));
        var shelf = await Book.ReadAsync(Cancel);
        Assert.Equal(Shipped.All.Select(one => one.Id), shelf.Standing.All.Select(one => one.Id));
        Assert.All(Shipped.All, one => Assert.Empty(MeasureFields.Between(one, shelf.Find(one.Id)!.Record)));
        Assert.All(shelf.All, state => Assert.Equal((1, false, false), (state.Version, state.IsTheDesks, state.ShippedDiffers)));
    }

    [Fact]
    public async Task Two_starts_at_once_take_every_record_in_once()
    {
        await using var other = ADesk();
        var taken = await Task.WhenAll(
            Task.Run(() => Book.ImportAsync(Shipped, Cancel)), Task.Run(() => other.GetRequiredService<MeasureBook>().ImportAsync(Shipped, Cancel)));
        Assert.Equal(Shipped.All.Count, taken.Sum());
        Assert.All((await Book.ReadAsync(Cancel)).All, state => Assert.Equal(1, state.Version));
    }

    [Fact]
    public async Task A_release_that_changes_a_record_revises_it_where_no_person_has()
    {
        await Book.ImportAsync(Shipped, Cancel);
        Assert.Equal(1, await Book.ImportAsync(With("CN-2015", one => one with { Outcome = "Blocked, says a later release." }), Cancel));
        var state = (await Book.ReadAsync(Cancel)).Find("CN-2015")!;
        Assert.Equal("Blocked, says a later release.", state.Record.Outcome);
        Assert.Equal([MeasureOrigin.Shipped, MeasureOrigin.Shipped], state.Editions.Select(edition => edition.Origin));
        Assert.Equal("outcome", Assert.Single(state.Editions[1].Changes).Field);
    }

    [Fact]
    public async Task A_release_never_overwrites_what_a_person_of_the_desk_wrote_and_an_admin_is_told()
    {
        await Book.ImportAsync(Shipped, Cancel);
        var ours = Shipped.Find("ES-2024-03")! with { Outcome = "As this desk read the order." };
        Assert.True((await Book.ReviseAsync(new ReviseMeasure(ours, 1, "The order was read.", Admin), Cancel)).Ok);
        Assert.Equal(0, await Book.ImportAsync(Shipped, Cancel));

        var later = With("ES-2024-03", one => one with { Outcome = "As a later release has it." });
        Assert.Equal(1, await Book.ImportAsync(later, Cancel));
        Assert.Equal(0, await Book.ImportAsync(later, Cancel));
        var state = (await Book.ReadAsync(Cancel)).Find("ES-2024-03")!;
        Assert.Equal("As this desk read the order.", state.Record.Outcome);
        Assert.True(state.ShippedDiffers);
        Assert.Equal("As a later release has it.", state.Shipped!.Outcome);

        Assert.True((await Book.KeepAsync(new KeepMeasure("ES-2024-03", state.Version, "Ours is from the text itself.", Admin), Cancel)).Ok);
        Assert.Equal(0, await Book.ImportAsync(later, Cancel));
        state = (await Book.ReadAsync(Cancel)).Find("ES-2024-03")!;
        Assert.False(state.ShippedDiffers);
        Assert.Equal(2, state.Editions.Count);
    }

    [Fact]
    public async Task A_release_that_comes_round_to_what_the_desk_wrote_differs_no_more()
    {
        await Book.ImportAsync(Shipped, Cancel);
        var ours = Shipped.Find("ES-2024-03")! with { Outcome = "As this desk read the order." };
        await Book.ReviseAsync(new ReviseMeasure(ours, 1, "The order was read.", Admin), Cancel);
        await Book.ImportAsync(With("ES-2024-03", _ => ours), Cancel);
        Assert.False((await Book.ReadAsync(Cancel)).Find("ES-2024-03")!.ShippedDiffers);
    }

    [Fact]
    public async Task An_edit_on_a_version_that_has_passed_is_refused_and_saves_nothing()
    {
        await Book.ImportAsync(Shipped, Cancel);
        var record = Shipped.Find("CN-2015")! with { Confidence = Tarazy.Policy.Law.Confidence.Medium };
        Assert.True((await Book.ReviseAsync(new ReviseMeasure(record, 1, "Nobody measured it.", Admin), Cancel)).Ok);
        var late = await Book.ReviseAsync(new ReviseMeasure(record with { Outcome = "Late." }, 1, "Late.", Admin), Cancel);
        Assert.Equal(new MeasureMovedOn(1, 2), Assert.Single(late.Refusals));
        Assert.Equal(new MeasureMovedOn(1, 2), Assert.Single((await Book.WithdrawAsync(new WithdrawMeasure("CN-2015", 1, "Late.", Admin), Cancel)).Refusals));
        Assert.Equal(2, (await Book.ReadAsync(Cancel)).Find("CN-2015")!.Version);
    }

    [Fact]
    public async Task Two_people_who_save_at_once_make_one_edition()
    {
        await Book.ImportAsync(Shipped, Cancel);
        await using var other = ADesk();
        var record = Shipped.Find("BH-2016-06")!;
        var outcomes = await Task.WhenAll(
            Task.Run(() => Book.ReviseAsync(new ReviseMeasure(record with { Outcome = "One." }, 1, "One.", Admin), Cancel)),
            Task.Run(() => other.GetRequiredService<MeasureBook>().ReviseAsync(new ReviseMeasure(record with { Outcome = "Other." }, 1, "Other.", Admin), Cancel)));
        Assert.Single(outcomes, outcome => outcome.Ok);
        Assert.Equal(2, (await Book.ReadAsync(Cancel)).Find("BH-2016-06")!.Version);
    }

    [Fact]
    public async Task Another_process_reads_what_was_written_here()
    {
        await using var other = ADesk();
        var there = other.GetRequiredService<MeasureBook>();
        Assert.Empty((await there.ReadAsync(Cancel)).All);
        await Book.ImportAsync(Shipped, Cancel);
        Assert.Equal(Shipped.All.Count, (await there.ReadAsync(Cancel)).All.Count);
        await Book.WithdrawAsync(new WithdrawMeasure("CN-2015", 1, "A test of this desk.", Admin), Cancel);
        Assert.Equal("A test of this desk.", (await there.ReadAsync(Cancel)).Find("CN-2015")!.Withdrawn);
    }

    [Fact]
    public async Task A_withdrawn_record_stays_readable_and_can_be_taken_up_again()
    {
        await Book.ImportAsync(Shipped, Cancel);
        await Book.WithdrawAsync(new WithdrawMeasure("PK-2017", 1, "No source could be found.", Admin), Cancel);
        var shelf = await Book.ReadAsync(Cancel);
        Assert.Null(shelf.Standing.Find("PK-2017"));
        Assert.Equal("No source could be found.", Assert.Single(shelf.Withdrawn).Withdrawn);
        Assert.Equal(EditionKind.Withdrawn, shelf.Find("PK-2017")!.Editions[^1].Kind);
        Assert.Equal(0, await Book.ImportAsync(Shipped, Cancel));

        Assert.True((await Book.ReviseAsync(new ReviseMeasure(Shipped.Find("PK-2017")!, 2, "A source was found.", Admin), Cancel)).Ok);
        Assert.NotNull((await Book.ReadAsync(Cancel)).Standing.Find("PK-2017"));
    }

    [Fact]
    public async Task What_is_owed_is_refused_all_at_once()
    {
        await Book.ImportAsync(Shipped, Cancel);
        var record = Shipped.Find("VN-2025-05")! with { Id = "odd id", Sources = [], DateEnd = default(Tarazy.Policy.Law.PartialDate) };
        var refused = (await Book.AddAsync(new AddMeasure(record, " ", Admin), Cancel)).Refusals.Select(refusal => refusal.Code).ToList();
        Assert.Contains("measure-id-odd", refused);
        Assert.Contains("measure-reason-missing", refused);
        Assert.Contains("measure-faulty", refused);
        Assert.Equal("measure-exists", Assert.Single((await Book.AddAsync(new AddMeasure(Shipped.Find("CN-2015")!, "Again.", Admin), Cancel)).Refusals).Code);
        Assert.Equal("nothing-revised", Assert.Single((await Book.ReviseAsync(new ReviseMeasure(Shipped.Find("CN-2015")!, 1, "Same.", Admin), Cancel)).Refusals).Code);
        Assert.Equal("no-such-measure", Assert.Single((await Book.WithdrawAsync(new WithdrawMeasure("XX-1", 1, "Gone.", Admin), Cancel)).Refusals).Code);
    }

    private static StateMeasureRegister With(string id, Func<StateMeasure, StateMeasure> change) =>
        new([.. Shipped.All.Select(one => one.Id == id ? change(one) : one)]);

    private ServiceProvider ADesk() => new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System)
        .AddDesk(DeskFolder.Open(_folder.FullName), _database.Options.Database, new ConfigurationBuilder().Build())
        .BuildServiceProvider();
}

public sealed class SqliteMeasureBookTests : MeasureBookContract
{
    private protected override Task<TestDatabase> NewDatabaseAsync() => Task.FromResult<TestDatabase>(new SqliteFile());
}

public sealed class PostgreSqlMeasureBookTests : MeasureBookContract
{
    private protected override async Task<TestDatabase> NewDatabaseAsync()
    {
        Assert.SkipWhen(PostgreSqlServer.WhyAbsent is not null, PostgreSqlServer.WhyAbsent ?? "");
        return await PostgreSqlServer.NewDatabaseAsync();
    }
}
