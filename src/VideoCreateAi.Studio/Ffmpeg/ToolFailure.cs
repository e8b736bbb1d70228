namespace VideoCreateAi.Studio.Ffmpeg;

/// <summary>What a failed run is called before the user: no paths, nothing that the tool wrote.</summary>
internal static class ToolFailure
{
    // 128 + the signal, as shells, bwrap and .NET all count it.
    private const int Aborted = 128 + 6;
    private const int Killed = 128 + 9;
    private const int Crashed = 128 + 11;
    private const int OutOfProcessorTime = 128 + 24;
    private const int FileTooLarge = 128 + 25;

    private static readonly string[] s_outOfMemory = ["Cannot allocate memory", "out of memory", "bad_alloc"];

    public static string TookTooLong(MediaTool tool, TimeSpan limit)
        => $"{Name(tool)} took longer than {Words(limit)} and was stopped.";

    public static string DidNotDie(MediaTool tool) => $"{Name(tool)} was stopped but does not end.";

    /// <param name="elapsed">How long it ran by the clock.</param>
    public static string Describe(ToolRun run, int exitCode, string output, TimeSpan elapsed)
    {
        var name = Name(run.Tool);
        var mayHaveUsed = elapsed * Environment.ProcessorCount;
        return exitCode switch
        {
            OutOfProcessorTime => $"{name} used more processor time than allowed and was stopped.",
            Killed when mayHaveUsed >= run.Limits.Cpu => $"{name} used more memory or processor time than allowed and was stopped.",
            Killed => $"{name} was stopped by the system because memory ran out.",
            FileTooLarge => $"{name} wrote a larger file than allowed and was stopped.",
            _ when s_outOfMemory.Any(words => output.Contains(words, StringComparison.OrdinalIgnoreCase))
                => $"{name} needs more memory than it may use.",
            Aborted or Crashed => $"{name} crashed.",
            _ => $"{name} failed with exit code {exitCode}.",
        };
    }

    private static string Name(MediaTool tool) => tool.ToString().ToLowerInvariant();

    private static string Words(TimeSpan time) => time.TotalMinutes >= 2
        ? $"{time.TotalMinutes:0} minutes"
        : $"{time.TotalSeconds:0.#} seconds";
}
