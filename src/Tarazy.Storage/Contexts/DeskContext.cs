using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Tarazy.Storage.Contexts;

/// <summary>The desk's one database, made of the parts that the stages bring.</summary>
public abstract class DeskContext(DbContextOptions options, IEnumerable<IDeskPart> parts) : DbContext(options)
{
    /// <summary>Which parts the model was built of: the framework keeps one model for each answer.</summary>
    internal string PartsKey { get; } = string.Join(',', parts.Select(p => p.GetType().FullName).Order(StringComparer.Ordinal));

    /// <summary>True on PostgreSQL, false on SQLite; for the few statements whose words differ.</summary>
    public abstract bool IsPostgreSql { get; }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        foreach (var part in parts)
        {
            part.Build(modelBuilder);
        }
    }

    /// <summary>Times are whole milliseconds since 1970 in UTC on both databases: SQLite could not order them otherwise.</summary>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UnixMilliseconds>();

    private sealed class UnixMilliseconds() : ValueConverter<DateTimeOffset, long>(
        time => time.ToUnixTimeMilliseconds(),
        stored => DateTimeOffset.FromUnixTimeMilliseconds(stored));
}

public sealed class SqliteDeskContext(DbContextOptions<SqliteDeskContext> options, IEnumerable<IDeskPart> parts)
    : DeskContext(options, parts)
{
    public override bool IsPostgreSql => false;
}

public sealed class PostgreSqlDeskContext(DbContextOptions<PostgreSqlDeskContext> options, IEnumerable<IDeskPart> parts)
    : DeskContext(options, parts)
{
    public override bool IsPostgreSql => true;
}
