using System.Numerics;
using VideoCreateAi.Samples.PictureGenerator.Light;

namespace VideoCreateAi.Samples.PictureGenerator.Scenes;

/// <summary>A street at night as a lens focused much nearer sees it.</summary>
internal static class BlurredStreet
{
    private const float Horizon = 0.58f;

    private static readonly Noise s_chance = new(121);

    /// <param name="blur">Size of the lights: 1 as seen past the glass, less as seen through a drop.</param>
    public static Picture Draw(int width, int height, float blur)
    {
        var picture = new Picture(width, height);
        Parallel.For(0, height, y =>
        {
            for (var x = 0; x < width; x++)
            {
                picture[x, y] = Ground((x + 0.5f) / width, (y + 0.5f) / height);
            }
        });
        for (var i = 0; i < 150; i++)
        {
            AddLight(picture, i, blur);
        }

        DrawPasser(picture, blur);
        return picture;
    }

    private static Vector3 Ground(float u, float v)
    {
        var sky = Curves.Ramp(v, [(0, new(0.022f, 0.048f, 0.11f)), (0.3f, new(0.05f, 0.085f, 0.17f)), (0.52f, new(0.24f, 0.15f, 0.14f)), (0.6f, new(0.30f, 0.16f, 0.10f)), (0.75f, new(0.05f, 0.04f, 0.05f)), (1, new(0.015f, 0.018f, 0.03f))]);
        // Houses close in towards the vanishing point.
        var roof = Horizon - 0.08f - (0.95f * MathF.Pow(MathF.Abs(u - 0.5f), 1.1f));
        var houses = Curves.Step(roof - 0.07f, roof + 0.07f, v + (0.03f * s_chance.Smooth(u * 6, 1))) * Curves.Step(0.72f, 0.55f, v) * Curves.Step(0.03f, 0.22f, MathF.Abs(u - 0.5f));
        var wall = new Vector3(0.026f, 0.034f, 0.058f) + (new Vector3(0.10f, 0.05f, 0.025f) * Curves.Bell(v - 0.6f, 0.16f));
        var glow = new Vector3(1.0f, 0.48f, 0.18f) * (0.42f * Curves.Bell(u - 0.5f, 0.16f) * Curves.Bell(v - Horizon, 0.10f));
        return Vector3.Lerp(sky, wall, houses * 0.85f) + glow;
    }

    private static void AddLight(Picture picture, int i, float blur)
    {
        var side = s_chance.At(i, 1) > 0.5f ? 1 : -1;
        var away = 0.04f + (0.5f * MathF.Pow(s_chance.At(i, 2), 1.25f));
        var kind = s_chance.At(i, 3);
        var size = (0.012f + (0.014f * s_chance.At(i, 4)) + (0.020f * away)) * blur;
        var strength = 0.25f + (0.75f * s_chance.At(i, 5));
        var (rise, colour) = kind switch
        {
            < 0.34f => ((-0.62f * away) - (0.05f * s_chance.At(i, 9)), new Vector3(1, 0.52f, 0.18f) * 0.42f),
            < 0.58f => ((-1.15f * away * s_chance.At(i, 6)) - 0.02f, Window(s_chance.At(i, 7)) * 0.34f),
            < 0.72f => (0.10f * away, (side < 0 ? new Vector3(1, 0.9f, 0.74f) : new Vector3(1, 0.10f, 0.08f)) * 0.4f),
            < 0.82f => ((-0.3f * away) + 0.01f, (i % 2 == 0 ? new Vector3(0.08f, 0.75f, 0.70f) : new Vector3(1, 0.2f, 0.36f)) * 0.5f),
            _ => (0.12f + (0.55f * away * s_chance.At(i, 8)), new Vector3(1, 0.5f, 0.22f) * 0.16f),
        };
        // The lit area is what the blur shares out.
        var gain = MathF.Min(7, 1 / (blur * blur));
        Bokeh.Add(
            picture,
            (0.5f + (side * away)) * picture.Width,
            (Horizon + rise) * picture.Height,
            size * picture.Height,
            colour * (strength * (blur < 1 ? gain * 0.5f : 1)));
    }

    private static Vector3 Window(float chance)
        => chance < 0.7f ? new Vector3(1, 0.68f, 0.36f) : new Vector3(0.5f, 0.75f, 1);

    private static void DrawPasser(Picture picture, float blur)
    {
        const float metre = 0.235f;
        var soft = 0.02f + (0.06f * blur);
        Parallel.For(0, picture.Height, y =>
        {
            for (var x = 0; x < picture.Width; x++)
            {
                var dx = (((x + 0.5f) / picture.Width) - 0.485f) / metre * picture.Width / picture.Height;
                var dy = (0.93f - ((y + 0.5f) / picture.Height)) / metre;
                var outline = dy >= 0 ? Passer.Outline(dx, dy) : Passer.Outline(dx, -dy * 0.8f);
                var cover = Curves.Step(soft, -soft, outline) * (dy >= 0 ? 0.96f : 0.5f * Curves.Step(-1.6f, 0, dy));
                var umbrella = Curves.Step(1.66f, 1.8f, dy) * Curves.Step(0.15f, 0.5f, MathF.Abs(dx - 0.1f) + (0.8f * (dy - 1.7f)));
                var light = new Vector3(0.012f, 0.015f, 0.026f) + (new Vector3(0.55f, 0.05f, 0.085f) * umbrella);
                picture[x, y] = Vector3.Lerp(picture[x, y], light, cover);
            }
        });
    }
}
