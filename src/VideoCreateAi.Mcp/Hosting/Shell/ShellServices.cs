using Microsoft.Extensions.DependencyInjection;
using VideoCreateAi.Mcp.Gateway.Tokens;
using VideoCreateAi.Mcp.Hosting.Logging;

namespace VideoCreateAi.Mcp.Hosting.Shell;

/// <summary>What a server has, without the server: one conversation, as over standard input and output.</summary>
internal static class ShellServices
{
    /// <summary>A terminal is for its user: the log goes to a file.</summary>
    public static string LogPath(ServerSettings settings) => Path.Combine(settings.DataFolder, "logs", "shell.log");

    public static ServiceCollection Of(ServerSettings settings)
    {
        PrivateFile.CreateFolder(settings.DataFolder);
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.AddFile(LogPath(settings)));
        services.AddVideoCreateAi(settings).AddOneConversation();
        return services;
    }

    /// <summary>Says what is wrong with the settings.</summary>
    /// <returns>False when something is.</returns>
    public static bool AreGood(ServerSettings settings, ShellTerminal terminal)
    {
        var faults = SettingsCheck.Faults(settings);
        foreach (var fault in faults)
        {
            terminal.Error.WriteLine($"videocreateai: {fault}");
        }

        return faults.Count == 0;
    }
}
