namespace VideoCreateAi.Studio.Ffmpeg;

/// <summary>A program that the studio needs is not installed.</summary>
internal sealed class ToolMissingException(MediaTool tool, string message) : Exception(message)
{
    public MediaTool Tool { get; } = tool;
}
