using System.ComponentModel.DataAnnotations;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Tarazy.Storage.Contexts;

/// <summary>Where the desk keeps what it knows.</summary>
public sealed class DatabaseOptions
{
    /// <summary>
    /// A file path for SQLite, or PostgreSQL: a connection string (<c>Host=...</c>) or an address (<c>postgres://user@host/database</c>).
    /// The default is <c>data/desk.db</c>.
    /// </summary>
    [Required]
    public string Database { get; set; } = "data/desk.db";

    public bool IsPostgreSql => IsAddress || Database.Split(';').Any(IsHost);

    private bool IsAddress =>
        Database.StartsWith("postgres://", StringComparison.Ordinal) ||
        Database.StartsWith("postgresql://", StringComparison.Ordinal);

    /// <summary>What the client of the database is given.</summary>
    /// <exception cref="InvalidDataException">It names a PostgreSQL in a way that cannot be read.</exception>
    internal string ConnectionString()
    {
        if (!IsPostgreSql)
        {
            return new SqliteConnectionStringBuilder { DataSource = Database }.ToString();
        }

        try
        {
            return (IsAddress ? OfAddress(new Uri(Database)) : new NpgsqlConnectionStringBuilder(Database)).ToString();
        }
        catch (Exception fault) when (fault is ArgumentException or FormatException)
        {
            // What was given is not repeated: a password stands in it.
            throw new InvalidDataException($"The database is named in a way that PostgreSQL does not know: {fault.Message.TrimEnd('.')}. It looks like Host=127.0.0.1;Username=desk;Password=...;Database=desk", fault);
        }
    }

    // A connection string may begin with any of its parts. A file whose name has "host=" in it is left to say ./ before it.
    private static bool IsHost(string part) =>
        part.TrimStart().StartsWith("Host=", StringComparison.OrdinalIgnoreCase) || part.TrimStart().StartsWith("Server=", StringComparison.OrdinalIgnoreCase);

    private static NpgsqlConnectionStringBuilder OfAddress(Uri address)
    {
        if (address.Query.Length > 0)
        {
            throw new FormatException("an address takes no settings behind a question mark; write them as a connection string.");
        }

        var who = address.UserInfo.Split(':', 2);
        var named = new NpgsqlConnectionStringBuilder { Host = address.Host };
        if (address.Port > 0)
        {
            named.Port = address.Port;
        }

        if (who[0].Length > 0)
        {
            named.Username = Uri.UnescapeDataString(who[0]);
        }

        if (who.Length > 1)
        {
            named.Password = Uri.UnescapeDataString(who[1]);
        }

        if (address.AbsolutePath.Trim('/') is { Length: > 0 } database)
        {
            named.Database = Uri.UnescapeDataString(database);
        }

        return named;
    }
}
