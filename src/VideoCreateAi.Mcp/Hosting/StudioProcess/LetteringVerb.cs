using System.Runtime.InteropServices;
using VideoCreateAi.Studio;

namespace VideoCreateAi.Mcp.Hosting.StudioProcess;

/// <summary>This program as the process that draws the studio's letters. Nobody but the studio starts it, so no help tells of it.</summary>
internal static class LetteringVerb
{
    private const string CrashOn = "--crash-on";

    public static async Task<int> RunAsync(string[] arguments)
    {
        await using var requests = Console.OpenStandardInput();
        await using var replies = Console.OpenStandardOutput();
        return await StudioLettering.RunAsync(requests, replies, arguments is [_, CrashOn, var words] ? words : null);
    }

    /// <summary>What starts it. The runtime's own starter where there is one: inside of a sandbox nothing tells the program where its runtime is.</summary>
    /// <param name="crashOn">For tests: a text that holds this makes it crash.</param>
    public static IReadOnlyList<string> Command(string? crashOn = null)
    {
        IReadOnlyList<string> program = Starter() is { } starter ? [starter, Library] : [Environment.ProcessPath!];
        return [.. program, StudioLettering.Verb, .. crashOn is null ? Array.Empty<string>() : [CrashOn, crashOn]];
    }

    /// <summary>What the program needs to see besides its own folder.</summary>
    public static IReadOnlyList<string> Folders() =>
        Starter() is { } starter ? [AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar), Path.GetDirectoryName(starter)!] : [];

    private static string Library => Path.Combine(AppContext.BaseDirectory, "videocreateai.dll");

    // …/dotnet/shared/Microsoft.NETCore.App/10.0.0/ lies three folders below it. A program that brings its runtime has none.
    private static string? Starter()
    {
        var root = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
        var starter = Path.Combine(root, OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet");
        return File.Exists(starter) && File.Exists(Library) ? starter : null;
    }
}
