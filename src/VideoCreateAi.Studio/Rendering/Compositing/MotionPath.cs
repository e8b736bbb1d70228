namespace VideoCreateAi.Studio.Rendering.Compositing;

/// <summary>A slow movement of a picture. Scale and offset follow the same eased time: then every point of the picture
/// travels on a straight line, which the eye reads as smooth.</summary>
internal readonly record struct MotionPath(Affine From, Affine To)
{
    public static MotionPath Still(Affine placement) => new(placement, placement);

    /// <summary>The same way for the picture with a margin added on all sides.</summary>
    public MotionPath Padded(double margin) => new(
        From.Moved(-margin * From.Scale, -margin * From.Scale), To.Moved(-margin * To.Scale, -margin * To.Scale));

    /// <param name="time">0 at the first frame, 1 at the last.</param>
    public Affine At(double time)
    {
        var way = Easing.Drift(time);
        return new Affine(From.Scale + (To.Scale - From.Scale) * way, From.X + (To.X - From.X) * way, From.Y + (To.Y - From.Y) * way);
    }
}
