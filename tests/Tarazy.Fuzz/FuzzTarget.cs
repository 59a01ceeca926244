namespace Tarazy.Fuzz;

/// <summary>A reader of outside input and what must hold of it for any bytes. A broken promise is thrown.</summary>
/// <param name="Name">As it is typed, and the folder of its corpus.</param>
public sealed record FuzzTarget(string Name, Action<ReadOnlyMemory<byte>> Try)
{
    public static IReadOnlyList<FuzzTarget> All { get; } =
    [
        new("export", ExportTarget.Try),
        new("fold", FoldTarget.Try),
        new("rules", RulesTarget.Try),
        new("expression", ExpressionTarget.Try),
    ];
}
