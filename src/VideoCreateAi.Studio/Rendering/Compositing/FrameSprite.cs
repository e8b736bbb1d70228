namespace VideoCreateAi.Studio.Rendering.Compositing;

/// <summary>A picture with alpha laid over a frame.</summary>
internal sealed record FrameSprite(PlanarPicture Picture, Affine Place, double Opacity);
