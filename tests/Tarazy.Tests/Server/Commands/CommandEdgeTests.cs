using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Tarazy.Server.Commands.Faults;

namespace Tarazy.Tests.Server.Commands;

/// <summary>What a person reads when a command cannot go on: a sentence, never the inside of the program.</summary>
public sealed class CommandEdgeTests
{
    public static TheoryData<string, string> Surroundings { get; } = new()
    {
        { "full disk", "Make room" },
        { "full database", "Make room" },
        { "no database", "restore the last backup" },
        { "database in use", "Let that one finish" },
        { "database elsewhere", "may this user write" },
        { "no server", "PostgreSQL cannot be reached" },
        { "broken settings", "Line 3, byte 5" },
        { "no permission", "permissions" },
    };

    [Theory]
    [MemberData(nameof(Surroundings))]
    public async Task A_fault_of_the_surroundings_is_told_with_what_mends_it(string fault, string mend)
    {
        var (code, said) = await TellAsync(Fault(fault));
        Assert.Equal(CommandEdge.Wrong, code);
        Assert.Contains(mend, said, StringComparison.Ordinal);
        Assert.Single(said.Trim().Split('\n'));
    }

    [Fact]
    public async Task A_fault_of_the_program_is_named_and_its_trace_lies_in_a_file()
    {
        var (code, said) = await TellAsync(new InvalidOperationException("two\nlines"));
        Assert.Equal(CommandEdge.Wrong, code);
        Assert.DoesNotContain("   at ", said, StringComparison.Ordinal);
        Assert.Contains("two lines", said, StringComparison.Ordinal);
        var file = said.Split("what stands in ")[1].Split(". What was")[0];
        Assert.Contains("   at ", await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        File.Delete(file);
    }

    [Fact]
    public async Task A_stop_by_the_user_is_no_fault()
    {
        var (code, said) = await TellAsync(new OperationCanceledException());
        Assert.Equal((CommandEdge.Stopped, "Stopped before the end."), (code, said.Trim()));
    }

    [Theory]
    [InlineData("Cannot parse argument 'abc' for option '--cost' as expected type 'System.Nullable`1[System.Single]'.", "Cannot parse argument 'abc' for option '--cost'; a number is wanted.")]
    [InlineData("Cannot parse argument 'M' for option '--learner' as expected type 'Tarazy.Analysis.Labels.LabelLearner'. Did you mean", "Cannot parse argument 'M' for option '--learner'. Did you mean")]
    public void A_slip_in_a_command_line_is_told_without_names_of_types(string said, string told) =>
        Assert.Equal(told, UsageWords.Of(said));

    private static async Task<(int Code, string Said)> TellAsync(Exception fault)
    {
        await using var said = new StringWriter();
        var code = await CommandEdge.TellAsync(() => Task.FromException<int>(fault), said);
        return (code, said.ToString());
    }

    private static Exception Fault(string name) => name switch
    {
        "full disk" => new IOException("No space left on device", 28),
        "full database" => new DbUpdateException("saving", new SqliteException("full", SQLitePCL.raw.SQLITE_FULL)),
        "no database" => new SqliteException("not a database", SQLitePCL.raw.SQLITE_NOTADB),
        "database in use" => new SqliteException("locked", SQLitePCL.raw.SQLITE_BUSY),
        "database elsewhere" => new SqliteException("cannot open", SQLitePCL.raw.SQLITE_CANTOPEN),
        "no server" => new InvalidOperationException("transient", new NpgsqlException("Failed to connect", new IOException("refused"))),
        "broken settings" => new InvalidDataException("Failed to load tarazy.json.", new FormatException("json", new System.Text.Json.JsonException("Expected a value.", null, 2, 4))),
        _ => new UnauthorizedAccessException("Access to the path is denied."),
    };
}
