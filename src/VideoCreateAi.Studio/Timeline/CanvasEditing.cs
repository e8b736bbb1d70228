namespace VideoCreateAi.Studio.Timeline;

internal static class CanvasEditing
{
    public const int LargestSide = 4096;
    public const int SmallestSide = 16;
    public const int FastestRate = 120;

    /// <summary>A canvas of this shape whose shorter side is <paramref name="shortSide"/>, both sides even.</summary>
    public static Canvas Shaped(double ratio, int shortSide, int framesPerSecond)
    {
        var longSide = shortSide * Math.Max(ratio, 1 / ratio);
        if (longSide > LargestSide)
        {
            shortSide = (int)(shortSide * LargestSide / longSide);
            longSide = LargestSide;
        }

        return ratio >= 1
            ? new Canvas(Even(longSide), Even(shortSide), framesPerSecond)
            : new Canvas(Even(shortSide), Even(longSide), framesPerSecond);
    }

    public static int ShortSide(this Canvas canvas) => Math.Min(canvas.Width, canvas.Height);

    public static bool IsUsable(this Canvas canvas) =>
        IsUsableSide(canvas.Width) && IsUsableSide(canvas.Height) && canvas.FramesPerSecond is >= 1 and <= FastestRate;

    private static bool IsUsableSide(int side) => side is >= SmallestSide and <= LargestSide && side % 2 == 0;

    private static int Even(double side) => Math.Max(SmallestSide, (int)Math.Round(side / 2) * 2);
}
