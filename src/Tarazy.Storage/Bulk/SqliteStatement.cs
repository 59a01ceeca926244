using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SQLitePCL;
using Tarazy.Storage.Contexts;

namespace Tarazy.Storage.Bulk;

/// <summary>
/// One prepared statement on the context's own connection, bound with bytes as they are. It takes part in the context's transaction;
/// what it saves is the way through parameters and readers, which costs more than SQLite itself for a row a post.
/// </summary>
public sealed class SqliteStatement : IDisposable
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;
    private readonly BoundValues _bound;

    public SqliteStatement(DeskContext db, string sql)
    {
        _database = ((SqliteConnection)db.Database.GetDbConnection()).Handle
            ?? throw new InvalidOperationException("The connection is not open.");
        Check(raw.sqlite3_prepare_v2(_database, sql, out _statement));
        _bound = new BoundValues(raw.sqlite3_bind_parameter_count(_statement));
    }

    /// <summary>Number that SQLite gave to the row inserted last.</summary>
    public long LastRow => raw.sqlite3_last_insert_rowid(_database);

    /// <summary>Rows that the last statement of the connection inserted, changed or deleted.</summary>
    public int Changed => raw.sqlite3_changes(_database);

    /// <param name="place">From 1.</param>
    public void Bind(int place, long value) => Bind(place, (long?)value);

    public void Bind(int place, long? value)
    {
        if (!_bound.Same(place, value))
        {
            Check(value is { } known ? raw.sqlite3_bind_int64(_statement, place, known) : raw.sqlite3_bind_null(_statement, place));
        }
    }

    public void Bind(int place, double value)
    {
        if (!_bound.Same(place, value))
        {
            Check(raw.sqlite3_bind_double(_statement, place, value));
        }
    }

    public void BindNull(int place) => Bind(place, (long?)null);

    public void BindText(int place, ReadOnlySpan<byte> utf8)
    {
        if (!_bound.Same(place, utf8))
        {
            // An empty span has no address, and SQLite would take that for NULL.
            Check(utf8.IsEmpty ? raw.sqlite3_bind_text(_statement, place, "") : raw.sqlite3_bind_text(_statement, place, utf8));
        }
    }

    public void BindText(int place, string text)
    {
        Span<byte> utf8 = stackalloc byte[BoundValues.MostText];
        if (Encoding.UTF8.TryGetBytes(text, utf8, out var length))
        {
            BindText(place, utf8[..length]);
            return;
        }

        _bound.Changed(place);
        Check(raw.sqlite3_bind_text(_statement, place, text));
    }

    public void BindBlob(int place, ReadOnlySpan<byte> bytes)
    {
        _bound.Changed(place);
        Check(bytes.IsEmpty ? raw.sqlite3_bind_zeroblob(_statement, place, 0) : raw.sqlite3_bind_blob(_statement, place, bytes));
    }

    /// <summary>Goes to the next row.</summary>
    /// <returns>False when there is none; the statement is ready to be bound and run again then.</returns>
    public bool Step()
    {
        var code = raw.sqlite3_step(_statement);
        if (code == raw.SQLITE_ROW)
        {
            return true;
        }

        raw.sqlite3_reset(_statement);
        if (code != raw.SQLITE_DONE)
        {
            Check(code);
        }

        return false;
    }

    /// <summary>Ends the run before its last row.</summary>
    public void Reset() => raw.sqlite3_reset(_statement);

    public long Number(int column) => raw.sqlite3_column_int64(_statement, column);

    /// <summary>Null for NULL.</summary>
    public string? Text(int column) =>
        raw.sqlite3_column_type(_statement, column) == raw.SQLITE_NULL ? null : raw.sqlite3_column_text(_statement, column).utf8_to_string();

    public void Dispose() => _statement.Dispose();

    private void Check(int code)
    {
        if (code != raw.SQLITE_OK)
        {
            SqliteException.ThrowExceptionForRC(code, _database);
        }
    }
}
