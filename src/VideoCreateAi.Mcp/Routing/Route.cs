namespace VideoCreateAi.Mcp.Routing;

/// <summary>What a message asks for, in order of execution, and the arguments that it gives for uploads and exports.</summary>
internal sealed record Route
{
    public required IReadOnlyList<Intent> Intents { get; init; }

    /// <summary>As written, without the quotes around them.</summary>
    public IReadOnlyList<string> Paths { get; init; } = [];

    public IReadOnlyList<string> Urls { get; init; } = [];

    /// <summary>The format asked for, lower case; see <see cref="RefusedFormat"/>.</summary>
    public string? Format { get; init; }

    /// <summary>Which moment a picture of the video is to show; null where none is named.</summary>
    public double? AtSeconds { get; init; }

    /// <summary>480p, 720p, 1080p, 1440p or 4k.</summary>
    public string? Resolution { get; init; }

    /// <summary>9:16, 16:9, 1:1 …</summary>
    public string? Aspect { get; init; }

    /// <summary>The place that the video is made for: tiktok, reels, shorts, youtube …</summary>
    public string? Preset { get; init; }

    /// <summary>The places, where several are named one after the other: "TikTok, Reels and YouTube"; else the one or none.</summary>
    public IReadOnlyList<string> Presets { get; init; } = [];

    /// <summary>The format asked for when it is none that an export makes.</summary>
    public string? RefusedFormat { get; init; }
}
