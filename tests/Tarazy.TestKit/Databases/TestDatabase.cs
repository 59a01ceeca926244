using Tarazy.Storage.Contexts;

namespace Tarazy.TestKit.Databases;

/// <summary>An empty database of one test; gone when it is disposed of.</summary>
public abstract class TestDatabase : IAsyncDisposable
{
    /// <summary>What <c>AddStorage</c> takes.</summary>
    public abstract DatabaseOptions Options { get; }

    public abstract ValueTask DisposeAsync();
}
