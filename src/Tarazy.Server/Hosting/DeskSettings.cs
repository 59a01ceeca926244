namespace Tarazy.Server.Hosting;

/// <summary>What an administrator sets, the same for the web host and for every command on the desk.</summary>
internal static class DeskSettings
{
    private const string SettingsFile = "tarazy.json";

    /// <summary><c>tarazy.json</c> in the desk's folder, and over it the environment as <c>TARAZY_Section__Name</c>.</summary>
    public static IConfigurationBuilder AddDeskSettings(this IConfigurationBuilder settings, DeskFolder folder) => settings
        .AddJsonFile(Path.Combine(folder.Root, SettingsFile), optional: true, reloadOnChange: false)
        .AddEnvironmentVariables("TARAZY_");
}
