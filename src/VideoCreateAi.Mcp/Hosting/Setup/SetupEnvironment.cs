using System.Runtime.InteropServices;

namespace VideoCreateAi.Mcp.Hosting.Setup;

/// <summary>What the setup command sees of the machine and of the person in front of it.</summary>
internal sealed record SetupEnvironment
{
    public required string HomeFolder { get; init; }

    /// <summary><c>%APPDATA%</c>, <c>~/Library/Application Support</c>, or <c>~/.config</c>.</summary>
    public required string ApplicationDataFolder { get; init; }

    public required ServerLaunch Launch { get; init; }

    public required TextReader Input { get; init; }

    public required TextWriter Output { get; init; }

    public required TextWriter Error { get; init; }

    /// <summary>Whether somebody can be asked.</summary>
    public required bool IsInteractive { get; init; }

    public static SetupEnvironment OfThisProcess()
    {
        // <dotnet root>/shared/Microsoft.NETCore.App/<version>/
        var dotnet = Path.GetFullPath(Path.Combine(
            RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"));
        return new()
        {
            HomeFolder = Folder(Environment.SpecialFolder.UserProfile),
            ApplicationDataFolder = Folder(Environment.SpecialFolder.ApplicationData),
            Launch = ServerLaunch.Find(
                Environment.ProcessPath ?? dotnet, Path.Combine(AppContext.BaseDirectory, "videocreateai.dll"), dotnet, File.Exists),
            Input = Console.In,
            Output = Console.Out,
            Error = Console.Error,
            IsInteractive = !Console.IsInputRedirected,
        };
    }

    private static string Folder(Environment.SpecialFolder folder)
        => Environment.GetFolderPath(folder, Environment.SpecialFolderOption.DoNotVerify);
}
