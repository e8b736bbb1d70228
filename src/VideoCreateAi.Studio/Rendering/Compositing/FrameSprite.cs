using VideoCreateAi.Studio.Rendering.Text;

namespace VideoCreateAi.Studio.Rendering.Compositing;

/// <summary>A picture with alpha laid over a frame.</summary>
internal sealed record FrameSprite(PlanarPicture Picture, Affine Place, double Opacity)
{
    /// <summary>It stays where it is while the text that it belongs to moves.</summary>
    public bool Stays { get; init; }

    /// <summary>The text whose contrast is to be measured in this frame; null in all others.</summary>
    public TextSprite? Judged { get; init; }
}
