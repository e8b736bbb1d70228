namespace VideoCreateAi.Studio.Library;

/// <summary>What header and ffprobe say about a file.</summary>
internal sealed record MediaInfo
{
    /// <summary>Pixels as displayed, that is after <see cref="Orientation"/>. 0 for sound.</summary>
    public int Width { get; init; }

    public int Height { get; init; }

    /// <summary>What must be done to the decoded picture (decoded with <c>-noautorotate</c>) to display it.</summary>
    public Orientation Orientation { get; init; } = Orientation.Upright;

    public bool HasAlpha { get; init; }

    /// <summary>Zero for a still.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>0 for stills and sound.</summary>
    public double FramesPerSecond { get; init; }

    public bool HasSound { get; init; }

    /// <summary>ffprobe's name of the picture codec, such as <c>h264</c>.</summary>
    public string? VideoCodec { get; init; }

    public string? AudioCodec { get; init; }

    /// <summary>ffprobe's name of the matrix that the picture's colours are stored with, such as <c>bt709</c>. Null = the file does not say.</summary>
    public string? ColorMatrix { get; init; }
}
