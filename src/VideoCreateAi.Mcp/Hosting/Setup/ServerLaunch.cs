namespace VideoCreateAi.Mcp.Hosting.Setup;

/// <summary>How a client starts this server. All paths are absolute: clients that are started from a desktop have another PATH.</summary>
internal sealed record ServerLaunch(string Command, IReadOnlyList<string> Arguments)
{
    /// <param name="processPath">The running executable: <c>dotnet</c> itself, or the program's own launcher.</param>
    /// <param name="assemblyPath">Where the program's dll would be.</param>
    /// <param name="dotnetPath">Where the <c>dotnet</c> of the running runtime would be.</param>
    /// <param name="exists">Whether a file is there.</param>
    public static ServerLaunch Find(string processPath, string assemblyPath, string dotnetPath, Func<string, bool> exists)
    {
        if (Path.GetFileNameWithoutExtension(processPath).Equals("dotnet", StringComparison.OrdinalIgnoreCase))
        {
            return new(processPath, [assemblyPath]);
        }

        // The launcher looks for .NET in the environment, which a desktop program may not have; dotnet finds its own.
        return exists(dotnetPath) && exists(assemblyPath) ? new(dotnetPath, [assemblyPath]) : new(processPath, []);
    }
}
