using System.ComponentModel.DataAnnotations;

namespace Tarazy.Storage.Contexts;

/// <summary>Where the desk keeps what it knows.</summary>
public sealed class DatabaseOptions
{
    /// <summary>
    /// A file path for SQLite, or a PostgreSQL connection string (it starts with <c>Host=</c> or <c>postgres://</c>).
    /// The default is <c>data/desk.db</c>.
    /// </summary>
    [Required]
    public string Database { get; set; } = "data/desk.db";

    public bool IsPostgreSql =>
        Database.StartsWith("Host=", StringComparison.OrdinalIgnoreCase) ||
        Database.StartsWith("postgres://", StringComparison.Ordinal) ||
        Database.StartsWith("postgresql://", StringComparison.Ordinal);
}
