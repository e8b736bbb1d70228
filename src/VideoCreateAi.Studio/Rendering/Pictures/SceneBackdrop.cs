using VideoCreateAi.Studio.Rendering.Compositing;

namespace VideoCreateAi.Studio.Rendering.Pictures;

/// <summary>A designed still for a scene that has no picture, in the mood of its words. The same words give the same picture.</summary>
internal static class SceneBackdrop
{
    private const int Lamps = 22;
    private const int StarColumns = 46;
    private const double Vignette = 0.3;

    public static PlanarPicture Paint(int width, int height, string? prompt)
    {
        var seed = Seed(prompt);
        var theme = SceneTheme.Of(prompt, seed);
        var canvas = new SceneCanvas(theme, seed, width, height);
        Func<double, double, Light> paint = theme.Motif switch
        {
            SceneMotif.SunAndHills => (x, y) => Hills(canvas, x, y, Sun(canvas, x, y, canvas.Sky(Math.Min(1, y / 0.78))), 0.6, 5, 0.075, 1.7),
            SceneMotif.Stars => (x, y) => Hills(canvas, x, y, Starry(canvas, x, y, canvas.Sky(Math.Min(1, y / 0.9))), 0.74, 3, 0.06, 1.6),
            SceneMotif.Waves => (x, y) => Hills(canvas, x, y, Sun(canvas, x, y, canvas.Sky(Math.Min(1, y / 0.6))), 0.6, 6, 0.011, 3.5),
            SceneMotif.Lights => (x, y) => LampLight(canvas, x, y, Fields(canvas, x, y)),
            _ => (x, y) => Fields(canvas, x, y),
        };
        return GradientPainter.Paint(width, height, (x, y) =>
        {
            var light = paint(x, y);
            var shade = 1 - Vignette * ((x - 0.5) * (x - 0.5) + (y - 0.5) * (y - 0.5));
            return (light.R * shade, light.G * shade, light.B * shade);
        });
    }

    private static Light Sun(SceneCanvas canvas, double x, double y, Light sky)
    {
        var distance = canvas.Distance(x, y, canvas.SunX, canvas.SunY);
        var glow = 0.55 * Math.Exp(-distance / 0.16) + 0.25 * Math.Exp(-distance * distance / 0.3);
        var disc = SceneCanvas.Inside((0.085 - distance) / canvas.Pixel);
        return sky.To(canvas.Lamp, Math.Min(1, glow)).To(canvas.Lamp, disc);
    }

    /// <summary>Ranges one before the other, from the horizon downwards.</summary>
    private static Light Hills(SceneCanvas canvas, double x, double y, Light sky, double horizon, int count, double height, double frequency)
    {
        var result = sky;
        var haze = canvas.Sky(1);
        for (var i = 0; i < count; i++)
        {
            var nearness = (i + 1.0) / count;
            var line = horizon + (1 - horizon) * (0.96 * i / count) + height * (0.5 + 0.7 * nearness) * canvas.Ridge(i, x, frequency);
            var cover = SceneCanvas.Inside((y - line) / canvas.Row);
            if (cover > 0)
            {
                // Towards its foot a range fades into the mist of the next one.
                var depth = Math.Min(1, Math.Max(0, y - line) / 0.16);
                result = result.To(haze.To(canvas.Near, 0.12 + 0.86 * Math.Pow(nearness, 1.3) - 0.16 * depth * (1 - nearness)), cover);
            }
        }

        return result;
    }

    private static Light Starry(SceneCanvas canvas, double x, double y, Light sky)
    {
        var (column, row) = ((int)(x * StarColumns), (int)(y * canvas.Aspect * StarColumns));
        var strength = 0.0;
        for (var dy = -1; dy <= 1; dy++)
        {
            for (var dx = -1; dx <= 1; dx++)
            {
                var (there, a, b, c) = canvas.Chances(column + dx, row + dy);
                if (there < 0.2)
                {
                    var distance = canvas.Distance(x, y, (column + dx + a) / StarColumns, (row + dy + b) / StarColumns / canvas.Aspect);
                    var size = 0.0011 + 0.0016 * c * c;
                    strength += (0.35 + 0.65 * c) * Math.Exp(-distance * distance / (size * size));
                }
            }
        }

        return sky.To(canvas.Lamp, Math.Min(1, strength) * Math.Clamp(1.25 - y, 0, 1));
    }

    private static Light LampLight(SceneCanvas canvas, double x, double y, Light below)
    {
        var result = below;
        for (var i = 0; i < Lamps; i++)
        {
            var (a, b, c, d) = canvas.Chances(i, 7);
            var radius = 0.025 + 0.1 * c * c;
            var distance = canvas.Distance(x, y, a * 1.2 - 0.1, b * 1.2 - 0.1);
            if (distance < radius * 1.3)
            {
                // Brighter towards the rim, as lenses draw it; larger ones are farther out of focus and fainter.
                var disc = SceneCanvas.Inside((radius - distance) / (radius * 0.12));
                var rim = 0.7 + 0.3 * Math.Min(1, distance / radius);
                result = result.To(d < 0.5 ? canvas.Lamp : canvas.Near, disc * rim * (0.08 + 0.2 * d * (1 - 0.6 * c)));
            }
        }

        return result;
    }

    private static Light Fields(SceneCanvas canvas, double x, double y)
    {
        var total = 0.3;
        var result = canvas.Sky(y).Times(total);
        for (var i = 0; i < 6; i++)
        {
            var (a, b, c, d) = canvas.Chances(i, 3);
            var distance = canvas.Distance(x, y, a, b) / (0.3 + 0.35 * c);
            var weight = Math.Exp(-distance * distance) * (i == 0 ? 0.8 : 1);
            result = result.Plus((i == 0 ? canvas.Near : canvas.Sky(d)).Times(weight));
            total += weight;
        }

        return result.Times(1 / total);
    }

    // FNV-1a: the same words give the same picture on every machine.
    private static uint Seed(string? prompt) =>
        (prompt ?? "").Aggregate(2166136261u, (hash, letter) => (hash ^ letter) * 16777619u) | 1;
}
