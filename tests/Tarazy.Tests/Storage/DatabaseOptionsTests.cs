using Tarazy.Storage.Contexts;

namespace Tarazy.Tests.Storage;

public sealed class DatabaseOptionsTests
{
    [Theory]
    [InlineData("Host=127.0.0.1;Port=5433;Username=desk;Password=a;Database=b")]
    [InlineData("Username=desk;Password=a;Server=127.0.0.1;Port=5433;Database=b")]
    [InlineData("postgres://desk:a@127.0.0.1:5433/b")]
    [InlineData("postgresql://desk:a@127.0.0.1:5433/b")]
    public void Every_way_to_name_a_PostgreSQL_leads_to_it(string named)
    {
        var options = new DatabaseOptions { Database = named };
        Assert.True(options.IsPostgreSql);
        var said = new Npgsql.NpgsqlConnectionStringBuilder(options.ConnectionString());
        Assert.Equal(("127.0.0.1", 5433, "desk", "a", "b"), (said.Host, said.Port, said.Username, said.Password, said.Database));
    }

    [Theory]
    [InlineData("Host=127.0.0.1;Passwort=hidden")]
    [InlineData("postgres://desk:hidden@")]
    [InlineData("postgres://desk:hidden@127.0.0.1/b?sslmode=require")]
    public void A_PostgreSQL_that_is_named_wrongly_is_refused_without_its_password(string named)
    {
        var refused = Assert.Throws<InvalidDataException>(new DatabaseOptions { Database = named }.ConnectionString);
        Assert.DoesNotContain("hidden", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/srv/desk;Mode=ReadOnly/desk.db")] // a folder may be called so
    [InlineData(":memory:")]
    public void A_file_is_a_file_whatever_its_name(string file)
    {
        var options = new DatabaseOptions { Database = file };
        Assert.False(options.IsPostgreSql);
        Assert.Equal(file, new Microsoft.Data.Sqlite.SqliteConnectionStringBuilder(options.ConnectionString()).DataSource);
    }
}
