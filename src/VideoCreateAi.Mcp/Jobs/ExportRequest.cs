namespace VideoCreateAi.Mcp.Jobs;

/// <summary>The file that is asked for. Null = the backend's or the timeline's own choice.</summary>
internal sealed record ExportRequest
{
    /// <summary>File name without folder and extension; null = after the title of the video.</summary>
    public string? Name { get; init; }

    public string Format { get; init; } = "mp4";

    public string Quality { get; init; } = "high";

    public string? Resolution { get; init; }

    /// <summary>9:16, 16:9, 1:1 or 4:5.</summary>
    public string? Aspect { get; init; }

    public string? Preset { get; init; }

    /// <summary>What the file's name ends with, where one call makes several; null = nothing.</summary>
    public string? Suffix { get; init; }

    public int? FramesPerSecond { get; init; }

    /// <summary>Which moment a picture shows; null = one that shows the video well.</summary>
    public double? AtSeconds { get; init; }

    /// <summary>Render again even when the same video has been exported and its file is still there.</summary>
    public bool Force { get; init; }

    /// <summary>The same without what only pictures have, where the format is none.</summary>
    public ExportRequest Fitting() => (ExportFormats.HasShape(Format), ExportFormats.KindOf(Format)) switch
    {
        (false, _) => this with { Resolution = null, Aspect = null, Preset = null, FramesPerSecond = null, AtSeconds = null },
        (_, ExportKind.Picture) => this with { FramesPerSecond = null },
        _ => this with { AtSeconds = null },
    };

    /// <summary>Asks for the same file as another, forced or not, and whether or not it is one of several.</summary>
    public bool IsSameAs(ExportRequest? other) =>
        other is not null && this with { Force = false, Suffix = null } == other with { Force = false, Suffix = null };
}
