using System.Numerics;
using VideoCreateAi.Samples.PictureGenerator.Light;

namespace VideoCreateAi.Samples.PictureGenerator.Scenes;

/// <summary>A light out of focus: the opening of the lens, a little brighter along its edge.</summary>
internal static class Bokeh
{
    private const int Blades = 9;

    public static void Add(Picture picture, float x, float y, float radius, Vector3 light)
    {
        for (var iy = Math.Max(0, (int)(y - radius)); iy <= Math.Min(picture.Height - 1, (int)(y + radius)); iy++)
        {
            for (var ix = Math.Max(0, (int)(x - radius)); ix <= Math.Min(picture.Width - 1, (int)(x + radius)); ix++)
            {
                var dx = (ix + 0.5f - x) / radius;
                var dy = (iy + 0.5f - y) / radius;
                var sector = MathF.Tau / Blades;
                var angle = MathF.Atan2(dy, dx) + 10 * sector;
                // Blades bend outwards, so the opening is between a polygon and a circle.
                var straight = MathF.Cos((angle % sector) - (sector / 2)) / MathF.Cos(sector / 2);
                var out01 = MathF.Sqrt((dx * dx) + (dy * dy)) * (0.6f + (0.4f * straight)) * 1.01f;
                var inside = Curves.Step(1, 1 - MathF.Min(0.5f, 2.5f / radius) - 0.03f, out01);
                if (inside > 0)
                {
                    picture[ix, iy] += light * (inside * (0.72f + (0.4f * out01 * out01 * out01)));
                }
            }
        }
    }
}
