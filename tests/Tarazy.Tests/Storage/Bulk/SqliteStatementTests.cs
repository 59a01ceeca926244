using CsCheck;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tarazy.Storage;
using Tarazy.Storage.Bulk;
using Tarazy.Storage.Contexts;

namespace Tarazy.Tests.Storage.Bulk;

/// <summary>What is the same as in the row before is not bound again, and nobody can tell.</summary>
public sealed class SqliteStatementTests : IDisposable
{
    private const int Columns = 3;

    private static readonly object?[] Values =
    [
        null, 0L, 1L, 7L, 0.0, 0.5, 1.0, "", "ru", "қаз", new string('ә', 16), new string('ә', 17), new Bytes([]), new Bytes([1]), new Bytes("ru"u8.ToArray()),
    ];

    private static readonly Gen<object?> Value = Gen.OneOf(
        Gen.Int[0, Values.Length - 1].Select(at => Values[at]),
        Gen.Int[0, 40].Select(length => (object?)new string('a', length)));

    private readonly ServiceProvider _services = new ServiceCollection().AddStorage(new DatabaseOptions { Database = ":memory:" }).BuildServiceProvider();
    private readonly DeskContext _db;

    public SqliteStatementTests()
    {
        _db = _services.GetRequiredService<IDbContextFactory<DeskContext>>().CreateDbContext();
        _db.Database.OpenConnection();
        _db.Database.ExecuteSqlRaw("CREATE TABLE rows (a, b, c)");
    }

    [Fact]
    public void Every_row_holds_what_was_bound_for_it() =>
        Value.Array[Columns].Array[1, 12].Sample(rows => Assert.Equal(rows.Select(Told), Written(rows)), iter: 300, threads: 1);

    public void Dispose()
    {
        _db.Dispose();
        _services.Dispose();
    }

    private List<string> Written(object?[][] rows)
    {
        using (var insert = new SqliteStatement(_db, "INSERT INTO rows VALUES (?1, ?2, ?3)"))
        {
            foreach (var row in rows)
            {
                for (var place = 1; place <= Columns; place++)
                {
                    Bind(insert, place, row[place - 1]);
                }

                insert.Step();
            }
        }

        using var read = _db.Database.GetDbConnection().CreateCommand();
        read.CommandText = "SELECT a, b, c FROM rows ORDER BY rowid; DELETE FROM rows";
        using var found = read.ExecuteReader();
        var written = new List<string>();
        while (found.Read())
        {
            written.Add(Told([.. Enumerable.Range(0, Columns).Select(column => Read(found.GetValue(column)))]));
        }

        return written;
    }

    private static void Bind(SqliteStatement insert, int place, object? value)
    {
        switch (value)
        {
            case null:
                insert.BindNull(place);
                break;
            case long number:
                insert.Bind(place, number);
                break;
            case double real:
                insert.Bind(place, real);
                break;
            case string text:
                insert.BindText(place, text);
                break;
            case Bytes(var blob):
                insert.BindBlob(place, blob);
                break;
        }
    }

    private static object? Read(object value) => value is DBNull ? null : value is byte[] blob ? new Bytes(blob) : value;

    private static string Told(object?[] row) => string.Join('|', row.Select(value => value switch
    {
        null => "null",
        double real => $"real {BitConverter.DoubleToInt64Bits(real)}",
        Bytes(var blob) => $"blob {Convert.ToHexString(blob)}",
        _ => $"{value.GetType().Name} {value}",
    }));

    private sealed record Bytes(byte[] Value);
}
