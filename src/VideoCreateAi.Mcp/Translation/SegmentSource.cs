namespace VideoCreateAi.Mcp.Translation;

/// <summary>Which part of which file a piece shows, as far as a draft tells.</summary>
/// <param name="File">As the backend names it; empty where it does not.</param>
/// <param name="InSeconds">Of the file.</param>
/// <param name="OutSeconds">Of the file; 0 where the draft does not tell.</param>
internal sealed record SegmentSource(string File, bool IsClip, double InSeconds, double OutSeconds, double Speed);
