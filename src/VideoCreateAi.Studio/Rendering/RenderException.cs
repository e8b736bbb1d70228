namespace VideoCreateAi.Studio.Rendering;

/// <summary>A timeline cannot be rendered. The message is written for the user: no paths, no tool output.</summary>
/// <param name="code">Stable, such as <c>ffmpeg_missing</c>, <c>media_unreadable</c>, <c>render_failed</c>.</param>
internal sealed class RenderException(string code, string message, Exception? inner = null) : Exception(message, inner)
{
    public string Code { get; } = code;
}
