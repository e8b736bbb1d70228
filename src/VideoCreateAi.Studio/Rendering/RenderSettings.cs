using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Rendering;

/// <param name="Canvas">Size and rate of the file, which may differ from the timeline's own: then everything is framed anew.</param>
internal sealed record RenderSettings(OutputFormat Format, RenderQuality Quality, Canvas Canvas);
