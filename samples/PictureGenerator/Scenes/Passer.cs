namespace VideoCreateAi.Samples.PictureGenerator.Scenes;

/// <summary>Someone under an umbrella, seen from behind; metres from between the feet.</summary>
internal static class Passer
{
    /// <summary>Negative inside the figure, growing outwards to tell how near its outline is.</summary>
    public static float Outline(float x, float y)
    {
        var shade = Dome(x - 0.1f, y - 1.76f);
        var shaft = MathF.Max(MathF.Abs(x - 0.1f) - 0.012f, MathF.Max(1.1f - y, y - 2.2f));
        var head = MathF.Sqrt((x * x * 1.25f) + ((y - 1.6f) * (y - 1.6f))) - 0.115f;
        var neck = MathF.Max(MathF.Abs(x) - 0.055f, MathF.Abs(y - 1.46f) - 0.08f);
        var wide = y > 1.05f
            ? (0.225f - (0.07f * MathF.Max(0, 1.25f - y))) * MathF.Sqrt(MathF.Max(0, 1 - (MathF.Max(0, y - 1.2f) * MathF.Max(0, y - 1.2f) / 0.075f)))
            : 0.211f + (0.10f * (1.05f - y));
        var coat = MathF.Max(MathF.Abs(x) - wide, MathF.Max(0.5f - y - (0.012f * MathF.Sin((x * 16) + 0.7f)), y - 1.46f));
        var left = MathF.Max(MathF.Abs(x + 0.08f + (0.03f * (0.5f - y))) - Leg(y), MathF.Max(y - 0.6f, -y));
        var right = MathF.Max(MathF.Abs(x - 0.09f) - Leg(y - 0.05f), MathF.Max(y - 0.6f, 0.05f - y));
        return MathF.Min(MathF.Min(MathF.Min(shade, shaft), MathF.Min(head, neck)), MathF.Min(coat, MathF.Min(left, right)));
    }

    // Boots, narrow at the ankle.
    private static float Leg(float y) => 0.045f + (0.03f * MathF.Max(0, y)) + (0.022f * MathF.Exp(-y * y / 0.0036f));

    private static float Dome(float x, float y)
    {
        var round = MathF.Sqrt((x * x * 0.42f) + (y * y)) - 0.43f;
        var hem = 0.05f * MathF.Abs(MathF.Sin(x * 7.1f));
        return MathF.Max(round, -y + hem - 0.02f);
    }
}
