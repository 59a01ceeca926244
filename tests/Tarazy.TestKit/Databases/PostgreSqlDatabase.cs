using Npgsql;
using Tarazy.Storage.Contexts;

namespace Tarazy.TestKit.Databases;

/// <summary>A fresh database on the run's <see cref="PostgreSqlServer"/>.</summary>
public sealed class PostgreSqlDatabase : TestDatabase
{
    private readonly string _admin;
    private readonly string _name;

    private PostgreSqlDatabase(string admin, string name, string connection)
    {
        _admin = admin;
        _name = name;
        Options = new DatabaseOptions { Database = connection };
    }

    public override DatabaseOptions Options { get; }

    internal static async Task<PostgreSqlDatabase> CreateAsync(string admin, string name)
    {
        await ExecuteAsync(admin, $"CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8'");
        var connection = new NpgsqlConnectionStringBuilder(admin) { Database = name, Pooling = true, MaxPoolSize = 10 };
        return new PostgreSqlDatabase(admin, name, connection.ConnectionString);
    }

    public override async ValueTask DisposeAsync()
    {
        await using (var own = new NpgsqlConnection(Options.Database))
        {
            NpgsqlConnection.ClearPool(own);
        }

        await ExecuteAsync(_admin, $"DROP DATABASE IF EXISTS {_name} WITH (FORCE)");
    }

    private static async Task ExecuteAsync(string connection, string statement)
    {
        await using var open = new NpgsqlConnection(connection);
        await open.OpenAsync();
        await using var command = open.CreateCommand();
#pragma warning disable CA2100 // the name is made by PostgreSqlServer from a counter
        command.CommandText = statement;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }
}
