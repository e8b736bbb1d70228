namespace VideoCreateAi.Studio.Ffmpeg;

/// <summary>Starts media tools in their sandbox. The process boundary of the studio.</summary>
internal interface IToolRunner
{
    /// <summary>Runs to the end. Cancelling kills the process and all that it started, and waits until it is gone.</summary>
    /// <exception cref="ToolMissingException">The program is not installed.</exception>
    /// <exception cref="ToolFailedException">It ended with another exit code than 0, or a limit ended it.</exception>
    Task RunAsync(ToolRun run, CancellationToken cancellationToken);

    /// <summary>Whether the program is there at all.</summary>
    bool IsInstalled(MediaTool tool);

    /// <summary>The absolute path of the program, or null when it is not installed.</summary>
    string? PathOf(MediaTool tool);
}
