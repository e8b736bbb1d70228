namespace VideoCreateAi.Mcp.Features.App;

/// <summary>How far the clip is. The clip itself is a resource beside it.</summary>
internal sealed record ViewClip
{
    /// <summary>making or ready.</summary>
    public required string Status { get; init; }

    public double Progress { get; init; }

    public required string Words { get; init; }
}
