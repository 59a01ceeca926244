using System.Reflection;
using Microsoft.EntityFrameworkCore.Metadata;
using Tarazy.Server.Hosting;

namespace Tarazy.Tests.Promises;

/// <summary>Everything that the desk is made of, to be searched: its assemblies, and every column of its database.</summary>
internal static class WholeModel
{
    public static IReadOnlyList<Assembly> Assemblies { get; } =
    [
        .. Directory.GetFiles(AppContext.BaseDirectory, "?arazy*.dll")
            .Where(f => Path.GetFileName(f) is not ("Tarazy.Tests.dll" or "Tarazy.TestKit.dll"))
            .Select(f => Assembly.Load(Path.GetFileNameWithoutExtension(f))),
    ];

    /// <summary>Types that people wrote; what a compiler adds has signs in its name that no person writes.</summary>
    public static IReadOnlyList<Type> Types { get; } =
        [.. Assemblies.SelectMany(a => a.GetTypes()).Where(t => !t.FullName!.Contains('<', StringComparison.Ordinal))];

    /// <summary>Columns as <c>table.Column</c>.</summary>
    public static IReadOnlyList<(string Table, string Column)> Columns()
    {
        using var db = new SqliteDesignTime().CreateDbContext([]);
        return [.. db.Model.GetEntityTypes().SelectMany(e => e.GetProperties().Select(p => (Name(e), p.Name)))];
    }

    private static string Name(IEntityType entity) =>
        (string?)entity.FindAnnotation("Relational:TableName")?.Value ?? entity.Name;
}
