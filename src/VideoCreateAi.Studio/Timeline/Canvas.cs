namespace VideoCreateAi.Studio.Timeline;

/// <summary>The size of the picture in pixels (both even) and its frames per second.</summary>
internal readonly record struct Canvas(int Width, int Height, int FramesPerSecond = 30)
{
    public static readonly Canvas Landscape = new(1920, 1080);

    public static readonly Canvas Portrait = new(1080, 1920);

    public double AspectRatio => (double)Width / Height;
}
