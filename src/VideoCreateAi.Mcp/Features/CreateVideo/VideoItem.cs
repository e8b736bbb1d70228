using System.ComponentModel;

namespace VideoCreateAi.Mcp.Features.CreateVideo;

/// <summary>One video of several that a call asks for.</summary>
internal sealed record VideoItem
{
    [Description("What this video should be, in the user's own words.")]
    public required string Text { get; init; }

    [Description("Paths of its files, in order. Left out: everything in the project so far.")]
    public string[]? Files { get; init; }
}
