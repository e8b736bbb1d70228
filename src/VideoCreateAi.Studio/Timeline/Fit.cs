namespace VideoCreateAi.Studio.Timeline;

/// <summary>How a picture of another shape fills its place.</summary>
internal enum Fit
{
    /// <summary>Fills it, cropped, where that keeps what the picture is about; else like <see cref="Blur"/>.</summary>
    Auto,

    /// <summary>Fills it, cropped, whatever is lost.</summary>
    Cover,

    /// <summary>Whole picture, background around it.</summary>
    Contain,

    /// <summary>Whole picture over a blurred, darkened copy of itself.</summary>
    Blur,
}
