namespace VideoCreateAi.Studio.Ffmpeg;

/// <summary>One stream as ffprobe describes it. What it leaves out is null.</summary>
internal sealed record ProbedStream
{
    /// <summary><c>video</c>, <c>audio</c>, <c>subtitle</c>, <c>data</c> or <c>attachment</c>.</summary>
    public required string Type { get; init; }

    /// <summary>Such as <c>h264</c>. Null = a codec that ffmpeg does not know.</summary>
    public string? Codec { get; init; }

    /// <summary>Four letters of the container, such as <c>avc1</c>, or <c>encv</c> when encrypted.</summary>
    public string? CodecTag { get; init; }

    /// <summary>Pixels as stored, before <see cref="Rotation"/>.</summary>
    public int Width { get; init; }

    public int Height { get; init; }

    /// <summary>Degrees clockwise that the picture must be turned for display: 0, 90, 180 or 270.</summary>
    public int Rotation { get; init; }

    /// <summary>Width of a pixel over its height. 1 when unknown.</summary>
    public double SampleAspectRatio { get; init; } = 1;

    public string? PixelFormat { get; init; }

    /// <summary>The matrix of its colours, such as <c>bt709</c>.</summary>
    public string? ColorMatrix { get; init; }

    /// <summary>The lowest rate that shows every frame exactly; 0 when unknown.</summary>
    public double BaseFrameRate { get; init; }

    public double AverageFrameRate { get; init; }

    public int Channels { get; init; }

    public int SampleRate { get; init; }

    public TimeSpan? Start { get; init; }

    public TimeSpan? Duration { get; init; }

    public long? FrameCount { get; init; }

    /// <summary>A cover picture of a sound file, not a film.</summary>
    public bool IsCover { get; init; }
}
