namespace VideoCreateAi.Studio.Rendering;

/// <summary>Speed against size: draft is for looking, good is what people post.</summary>
internal enum RenderQuality
{
    Draft,
    Fast,
    Good,
    Best,
}
