using Microsoft.Data.Sqlite;
using Tarazy.Storage.Contexts;

namespace Tarazy.TestKit.Databases;

/// <summary>A SQLite file in a folder of its own, because WAL puts two more files beside it.</summary>
public sealed class SqliteFile : TestDatabase
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tarazy-sqlite-");

    public override DatabaseOptions Options => new() { Database = Path.Combine(_folder.FullName, "desk.db") };

    public override ValueTask DisposeAsync()
    {
        // Connections in the pool hold the file open, and the pool of one file cannot be named from here.
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }
}
