using Tarazy.Analysis.Engine;
using Tarazy.TestKit;

namespace Tarazy.Tests.Detect;

/// <summary>The engine with the models and rules of the repository, loaded once a run.</summary>
internal static class TestEngine
{
    private static readonly Lazy<EngineData> Loaded = new(() => EngineData.Load(Repository.Root));

    public static EngineData Data => Loaded.Value;
}
