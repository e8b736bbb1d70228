using System.Numerics;
using VideoCreateAi.Samples.PictureGenerator.Light;

namespace VideoCreateAi.Samples.PictureGenerator.Scenes;

/// <summary>What surrounds a product on the photographer's table: soft boxes in a dark room, and a city far behind.</summary>
internal static class Studio
{
    private static readonly Noise s_chance = new(131);

    public static Vector3 Light(Vector3 towards)
    {
        var side = MathF.Atan2(towards.X, towards.Z);
        var up = towards.Y;
        var light = Curves.Ramp(up, [(-0.5f, new(0.025f, 0.022f, 0.035f)), (0.0f, new(0.95f, 0.42f, 0.22f)), (0.14f, new(0.62f, 0.27f, 0.26f)), (0.45f, new(0.05f, 0.08f, 0.16f)), (1, new(0.02f, 0.035f, 0.08f))]);
        light *= 0.55f + (1.1f * Curves.Bell(side, 1.0f));
        light += new Vector3(0.78f, 0.92f, 1.1f) * (4.2f * Box(side + 1.85f, 0.34f, up - 0.28f, 0.55f));
        light += new Vector3(1.15f, 0.66f, 0.34f) * (3.4f * Box(side - 1.75f, 0.2f, up - 0.22f, 0.55f));
        light += new Vector3(1, 0.93f, 0.86f) * (3.2f * Box(towards.X / (MathF.Abs(up) + 0.05f), 0.6f, (towards.Z / (MathF.Abs(up) + 0.05f)) + 0.5f, 0.5f) * (up > 0 ? 1 : 0));
        // Behind the camera one large dim screen, which only the front faces see.
        light += new Vector3(0.5f, 0.62f, 0.8f) * (0.6f * Curves.Step(-0.1f, 0.8f, up) * Box(MathF.Abs(side) - MathF.PI, 0.55f, up - 0.5f, 0.35f));
        return light + City(side, up);
    }

    private static float Box(float x, float halfX, float y, float halfY)
        => Curves.Step(halfX * 1.15f, halfX * 0.8f, MathF.Abs(x)) * Curves.Step(halfY * 1.15f, halfY * 0.8f, MathF.Abs(y));

    private static Vector3 City(float side, float up)
    {
        const float cells = 9;
        var sum = Vector3.Zero;
        var ix = (int)MathF.Floor(side * cells);
        var iy = (int)MathF.Floor(up * cells);
        for (var x = ix - 1; x <= ix + 1; x++)
        {
            for (var y = iy - 1; y <= iy + 1; y++)
            {
                var dx = (side * cells) - x - s_chance.At(x, y, 1);
                var dy = (up * cells) - y - s_chance.At(x, y, 2);
                var colour = Vector3.Lerp(new Vector3(1, 0.5f, 0.2f), new Vector3(1, 0.3f, 0.4f), s_chance.At(x, y, 3));
                sum += colour * (1.3f * s_chance.At(x, y, 4) * Curves.Step(0.52f, 0.44f, MathF.Sqrt((dx * dx) + (dy * dy))));
            }
        }

        return sum * Curves.Bell(up - 0.08f, 0.22f) * Curves.Bell(side, 1.1f);
    }
}
