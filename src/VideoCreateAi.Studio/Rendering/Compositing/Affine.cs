namespace VideoCreateAi.Studio.Rendering.Compositing;

/// <summary>Where a picture lies: out = Scale · p + (X, Y), both in pixels, edges on whole numbers.</summary>
internal readonly record struct Affine(double Scale, double X, double Y)
{
    public static readonly Affine Identity = new(1, 0, 0);

    /// <summary>Shows this window of the picture (left, top, width in its pixels) on an output of that width.</summary>
    public static Affine Showing(double left, double top, double width, double outputWidth)
    {
        var scale = outputWidth / width;
        return new Affine(scale, -scale * left, -scale * top);
    }

    /// <summary>The same, enlarged about a point of the output.</summary>
    public Affine About(double x, double y, double factor) =>
        new(Scale * factor, x + (X - x) * factor, y + (Y - y) * factor);

    public Affine Moved(double x, double y) => this with { X = X + x, Y = Y + y };
}
