using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Rendering;

/// <param name="Canvas">Size and rate of the file, which may differ from the timeline's own: then everything is framed anew.</param>
/// <param name="Platform">Where it is to be posted; null = nowhere in particular.</param>
internal sealed record RenderSettings(OutputFormat Format, RenderQuality Quality, Canvas Canvas, Platform? Platform = null)
{
    /// <summary>What was asked for besides; null = nothing.</summary>
    public int? AskedKilobits { get; init; }

    /// <summary>Which moment a picture shows; null = one that shows the video well.</summary>
    public TimeSpan? At { get; init; }

    /// <summary>The most kilobits of picture in a second; null = as many as the quality takes.</summary>
    public int? MostKilobits => Platform is null ? AskedKilobits : Math.Min(Platform.MostKilobits(Canvas), AskedKilobits ?? int.MaxValue);
}
