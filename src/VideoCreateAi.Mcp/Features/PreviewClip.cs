namespace VideoCreateAi.Mcp.Features;

/// <summary>A small video of a timeline, or how far it is.</summary>
/// <param name="Video">An MP4; null while it is made.</param>
internal sealed record PreviewClip(byte[]? Video, double Percent, double DurationSeconds, int Width = 0, int Height = 0);
