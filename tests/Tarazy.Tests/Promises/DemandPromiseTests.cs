using System.Text.Json;
using Tarazy.Records.Canonical;
using Tarazy.Records.Cases;
using Tarazy.Records.Demands;

namespace Tarazy.Tests.Promises;

/// <summary>The seven promises, against a state that demands otherwise. What needs a desk stands in the tests of the stage.</summary>
public class DemandPromiseTests
{
    private static readonly Type[] Values =
        [.. typeof(DemandEvent).Assembly.GetTypes().Where(t => t.Namespace == typeof(DemandEvent).Namespace && !t.IsEnum)];

    [Fact]
    public void No_answer_carries_a_measure_so_that_a_demand_can_decide_nothing() => Assert.DoesNotContain(
        Values.SelectMany(t => t.GetProperties()), p => p.PropertyType == typeof(Measure) || p.PropertyType == typeof(Measure?) || p.PropertyType == typeof(Decision));

    [Fact]
    public void An_answer_has_a_place_for_kinds_and_numbers_and_none_for_data()
    {
        Assert.Equal(["Count", "What"], typeof(GivenCount).GetProperties().Select(p => p.Name).Order(StringComparer.Ordinal));
        Assert.Equal([typeof(int), typeof(GivenData)], typeof(GivenCount).GetProperties().OrderBy(p => p.Name, StringComparer.Ordinal).Select(p => p.PropertyType));
        Assert.DoesNotContain(Values.SelectMany(t => t.GetProperties()), p => p.PropertyType == typeof(byte[]) || p.PropertyType == typeof(ReadOnlyMemory<byte>));
    }

    [Theory]
    [InlineData("""{"what":"who-a-person-is","count":1}""")]
    [InlineData("""{"what":"subscriber","count":1}""")]
    [InlineData("""{"what":4,"count":1}""")]
    public void Who_a_person_is_cannot_even_be_read_from_a_stored_event(string given) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<GivenCount>(given, DeskJson.Options));

    [Fact]
    public void Data_that_somebody_writes_into_an_event_is_gone_when_it_is_read()
    {
        var read = JsonSerializer.Deserialize<GivenCount>("""{"what":"notice-file","count":1,"data":"A. B., born 1990"}""", DeskJson.Options);
        Assert.Equal("""{"what":"notice-file","count":1}""", JsonSerializer.Serialize(read, DeskJson.Options));
    }

    [Fact]
    public void A_seal_without_an_end_has_no_form() => Assert.Equal(typeof(DateOnly), typeof(DemandSeal).GetProperty(nameof(DemandSeal.Until))!.PropertyType);

    [Fact]
    public void No_table_of_demands_holds_a_document_or_a_measure()
    {
        var columns = WholeModel.Columns().Where(c => c.Table is "demands" or "demand_register" or "demand_events").ToList();
        Assert.True(columns.Count > 25, $"only {columns.Count} columns were searched");
        Assert.DoesNotContain(columns, c => c.Column is "Measure" or "Document" or "Data" or "Content" or "File");
    }
}
