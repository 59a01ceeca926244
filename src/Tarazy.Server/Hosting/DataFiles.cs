using Tarazy.Analysis.Engine;

namespace Tarazy.Server.Hosting;

/// <summary>Where models, lexicons, policies and samples are: beside the program, or in the checkout it was built from.</summary>
internal static class DataFiles
{
    public static string Folder { get; } = EngineData.Find(AppContext.BaseDirectory);
}
