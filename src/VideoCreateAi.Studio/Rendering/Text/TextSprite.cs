using VideoCreateAi.Studio.Rendering.Compositing;

namespace VideoCreateAi.Studio.Rendering.Text;

/// <summary>Text with all that makes it readable, and its place on the canvas.</summary>
internal sealed record TextSprite(PlanarPicture Picture, int X, int Y);
