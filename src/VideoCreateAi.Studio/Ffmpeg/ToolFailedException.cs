namespace VideoCreateAi.Studio.Ffmpeg;

/// <summary>A media tool failed. The message is fit for the user; what the tool wrote is for the log.</summary>
internal sealed class ToolFailedException(MediaTool tool, int exitCode, string message, string lastOutput) : Exception(message)
{
    public MediaTool Tool { get; } = tool;

    public int ExitCode { get; } = exitCode;

    /// <summary>The end of its standard error. May hold paths; Trace level only.</summary>
    public string LastOutput { get; } = lastOutput;
}
