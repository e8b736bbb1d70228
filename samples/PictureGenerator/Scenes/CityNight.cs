using System.Numerics;
using VideoCreateAi.Samples.PictureGenerator.Light;

namespace VideoCreateAi.Samples.PictureGenerator.Scenes;

/// <summary>A wet avenue at the blue hour: towers with lit rooms, light trails, one passer-by under an umbrella.
/// Rays in metres; the street mirrors once.</summary>
internal sealed class CityNight : IScene
{
    private const float Horizon = 0.665f;
    private const float Spread = 0.40f;
    private const int Samples = 4;
    private const float PasserX = -0.55f;
    private const float PasserZ = 11.5f;

    private static readonly Vector3 s_eye = new(0.3f, 1.55f, 0);
    private static readonly Noise s_chance = new(81);
    private static readonly Noise s_rain = new(82);
    private static readonly Tower[] s_towers = [.. Avenue(), .. Distance()];

    public string FileName => "03-city-night.jpg";

    public int Width => 2400;

    public int Height => 3600;

    public Film Film { get; } = new() { Exposure = 1.3f, Contrast = 1.5f, Vignette = 0.45f, Grain = 1.8f };

    public int Quality => 4;

    public bool StoredOnItsSide => false;

    public Picture Render(int width, int height)
    {
        var picture = new Picture(width, height);
        Parallel.For(0, height, y =>
        {
            for (var x = 0; x < width; x++)
            {
                var sum = Vector3.Zero;
                for (var sample = 0; sample < Samples; sample++)
                {
                    var dx = 0.125f + (sample * 0.25f);
                    var dy = 0.125f + ((((sample * 2) + (sample >> 1)) % 4) * 0.25f);
                    var side = ((((x + dx) / width) * 2) - 1) * Spread;
                    var up = (Horizon - ((y + dy) / height)) * 2 * Spread * height / width;
                    // A single burnt sample would leave a jagged edge.
                    sum += Vector3.Min(Trace(s_eye, Vector3.Normalize(new Vector3(side, up, 1)), mirrored: false, (x * 4) + sample, y), new Vector3(7));
                }

                picture[x, y] = sum / Samples;
            }
        });
        Glow.Add(picture, 0.045f, 0.17f);
        AddBokeh(picture);
        return picture;
    }

    private static IEnumerable<Tower> Avenue()
    {
        for (var side = -1; side <= 1; side += 2)
        {
            var z = 6f;
            for (var i = 0; z < 330; i++)
            {
                var number = (i * 2) + (side > 0 ? 1 : 0);
                var deep = 15 + (s_chance.At(number, 1) * 22);
                var tall = 20 + (s_chance.At(number, 2) * 38) + (60 * MathF.Pow(s_chance.At(number, 3), 3)) + (z * 0.10f);
                var near = 11.5f + (s_chance.At(number, 4) * 2.2f);
                yield return side < 0
                    ? new Tower(number, new Vector3(-near - 30, 0, z), new Vector3(-near, tall, z + deep))
                    : new Tower(number, new Vector3(near, 0, z), new Vector3(near + 30, tall, z + deep));
                z += deep + (s_chance.At(number, 5) > 0.7f ? 9 : 0.6f);
            }
        }
    }

    private static IEnumerable<Tower> Distance()
    {
        // The one that the avenue leads to, stepped back twice.
        yield return new Tower(200, new Vector3(-26, 0, 430), new Vector3(22, 120, 470));
        yield return new Tower(201, new Vector3(-20, 0, 433), new Vector3(16, 215, 466));
        yield return new Tower(202, new Vector3(-12, 0, 438), new Vector3(8, 262, 460));
        yield return new Tower(203, new Vector3(-2.8f, 0, 447), new Vector3(-1.2f, 312, 449));
        for (var i = 0; i < 16; i++)
        {
            var x = -210 + (i * 27) + (s_chance.At(i, 20) * 14);
            var z = 480 + (s_chance.At(i, 21) * 320);
            yield return new Tower(210 + i, new Vector3(x, 0, z), new Vector3(x + 18 + (s_chance.At(i, 22) * 16), 90 + (s_chance.At(i, 23) * 190), z + 24));
        }
    }

    private static Vector3 Trace(Vector3 from, Vector3 towards, bool mirrored, int chanceX, int chanceY)
    {
        var inverse = Vector3.One / towards;
        var reach = float.PositiveInfinity;
        Tower? hit = null;
        foreach (var tower in s_towers)
        {
            var distance = tower.Meet(from, inverse);
            if (distance < reach)
            {
                (reach, hit) = (distance, tower);
            }
        }

        var toStreet = !mirrored && towards.Y < 0 ? -from.Y / towards.Y : float.PositiveInfinity;
        var light = toStreet < reach
            ? Street(from + (towards * toStreet), towards, chanceX, chanceY)
            : hit is null ? Sky(towards) : hit.Light(from + (towards * reach), towards);
        reach = MathF.Min(MathF.Min(reach, toStreet), 2600);
        light = Haze(light, from, towards, reach) + Lamps(from, towards, reach) + Trails(from, towards, reach);
        return Someone(light, from, towards, reach);
    }

    private static Vector3 Sky(Vector3 towards)
    {
        var up = towards.Y / MathF.Max(0.2f, towards.Z);
        var clear = Curves.Ramp(
            up,
            [(0.05f, new(0.42f, 0.25f, 0.20f)), (0.28f, new(0.20f, 0.19f, 0.26f)), (0.55f, new(0.075f, 0.125f, 0.23f)), (0.95f, new(0.022f, 0.05f, 0.115f))]);
        var x = towards.X / (towards.Y + 0.25f);
        var z = towards.Z / (towards.Y + 0.25f);
        var bend = s_rain.Fractal(x * 0.8f, z * 0.8f, 3) * 0.6f;
        var cloud = Curves.Step(-0.25f, 0.95f, s_rain.Fractal((x * 1.1f) + bend, (z * 1.5f) + bend, 7, 0.53f));
        return Vector3.Lerp(clear, new Vector3(0.30f, 0.20f, 0.23f) * (1.15f - (0.75f * Curves.Step(0.1f, 0.9f, up))), cloud * 0.75f);
    }

    private static Vector3 Haze(Vector3 light, Vector3 from, Vector3 towards, float reach)
    {
        var height = from.Y + (towards.Y * reach * 0.6f);
        var low = MathF.Exp(-MathF.Max(0, height) / 60);
        var colour = Vector3.Lerp(new Vector3(0.065f, 0.105f, 0.19f), new Vector3(0.52f, 0.29f, 0.16f), low);
        return Vector3.Lerp(colour, light, MathF.Exp(-reach * (0.0012f + (0.0016f * low))));
    }

    private static Vector3 Street(Vector3 at, Vector3 towards, int chanceX, int chanceY)
    {
        var pavement = MathF.Abs(at.X) > 7.6f;
        var puddle = Curves.Step(-0.1f, 0.4f, s_rain.Fractal(at.X * 0.42f, at.Z * 0.3f, 5));
        var grit = s_rain.Fractal(at.X * 24, at.Z * 24, MathF.Max(0, 4 - MathF.Log2(1 + (at.Z * 0.22f))));
        // Wet grit smears a mirrored light along the way one looks, hardly across it.
        var rough = float.Lerp(0.055f, 0.006f, puddle) + (pavement ? 0.015f : 0);
        var ripple = s_rain.Fractal(at.X * 2.2f, at.Z * 0.9f, 3) * 0.011f;
        var normal = Vector3.Normalize(new Vector3(
            (rough * 0.5f * (s_chance.At(chanceX, chanceY, 1) - 0.5f)) + (ripple * 0.6f) + (grit * rough * 0.25f),
            1,
            (rough * 2.4f * (s_chance.At(chanceX, chanceY, 2) + s_chance.At(chanceX, chanceY, 3) - 1)) + ripple));
        var mirror = towards - (2 * Vector3.Dot(towards, normal) * normal);
        mirror.Y = MathF.Abs(mirror.Y) + 0.001f;
        var share = Curves.Fresnel(-Vector3.Dot(towards, normal), 0.06f + (0.13f * puddle)) * (0.75f + (0.25f * puddle));
        var line = !pavement && MathF.Abs(at.X) < 0.09f && at.Z % 7 < 3.2f || MathF.Abs(MathF.Abs(at.X) - 7.25f) < 0.07f;
        var surface = (line ? new Vector3(0.22f, 0.2f, 0.17f) : new Vector3(0.030f, 0.029f, 0.034f)) * (1 + (grit * 0.7f));
        var lamp = 0.35f + (0.9f * Curves.Bell((((at.Z - 4) % 22) + 22) % 22 - 11, 6) * Curves.Step(2, 9, MathF.Abs(at.X)));
        surface *= new Vector3(1.5f, 0.98f, 0.62f) * lamp;
        return (surface * (1 - share)) + (Trace(at, Vector3.Normalize(mirror), mirrored: true, chanceX, chanceY) * share);
    }

    private static Vector3 Someone(Vector3 light, Vector3 from, Vector3 towards, float reach)
    {
        var distance = (PasserZ - from.Z) / towards.Z;
        if (distance < 0 || distance > reach + 0.3f)
        {
            return light;
        }

        var at = from + (towards * distance);
        var outline = Passer.Outline((at.X - PasserX) / 1.05f, at.Y / 1.05f);
        if (outline > 0)
        {
            return light;
        }

        var rim = MathF.Exp(outline / 0.011f) * (0.5f + (0.5f * Curves.Step(-0.3f, 0.5f, at.X - PasserX)));
        return new Vector3(0.014f, 0.017f, 0.028f) + (new Vector3(1.1f, 0.55f, 0.24f) * (rim * 0.42f));
    }

    private static Vector3 Lamps(Vector3 from, Vector3 towards, float reach)
    {
        var sum = Vector3.Zero;
        for (var i = 0; i < 26; i++)
        {
            var lamp = new Vector3(i % 2 == 0 ? -7.4f : 7.4f, 7.6f, 15 + (i / 2 * 22));
            var along = Vector3.Dot(lamp - from, towards);
            if (along > 0 && along < reach + 1)
            {
                var apart = Vector3.Distance(from + (towards * along), lamp);
                sum += new Vector3(1, 0.62f, 0.27f) * ((9 * Curves.Step(0.3f, 0.16f, apart)) + (0.42f * MathF.Exp(-apart * 1.5f)));
            }
        }

        return sum;
    }

    private static Vector3 Trails(Vector3 from, Vector3 towards, float reach)
    {
        var sum = Vector3.Zero;
        var across = (towards.X * towards.X) + (towards.Y * towards.Y) + 1e-9f;
        for (var i = 0; i < 14; i++)
        {
            var away = i % 2 == 0;
            var x = (away ? 1 : -1) * (2.1f + (s_chance.At(i, 41) * 3.1f));
            var y = 0.5f + (s_chance.At(i, 42) * 0.42f);
            var along = (((x - from.X) * towards.X) + ((y - from.Y) * towards.Y)) / across;
            var z = from.Z + (towards.Z * along);
            if (along <= 0 || along > reach || z < 26 || z > 420)
            {
                continue;
            }

            var apart = Vector2.Distance(new Vector2(from.X + (towards.X * along), from.Y + (towards.Y * along)), new Vector2(x, y));
            var width = 0.022f + (z * 0.0003f);
            var colour = away ? new Vector3(1, 0.10f, 0.07f) : new Vector3(1, 0.86f, 0.62f);
            sum += colour * ((1.7f * Curves.Bell(apart, width)) + (0.1f * Curves.Bell(apart, width * 6))) * Curves.Step(26, 60, z) * Curves.Step(420, 300, z);
        }

        return sum;
    }

    private static void AddBokeh(Picture picture)
    {
        for (var i = 0; i < 26; i++)
        {
            var right = s_chance.At(i, 51) > 0.5f;
            var inwards = MathF.Pow(s_chance.At(i, 52), 1.7f) * 0.3f;
            var x = (right ? 1 - inwards : inwards) * picture.Width;
            var y = (0.62f + (0.4f * s_chance.At(i, 53))) * picture.Height;
            var radius = (0.008f + (0.021f * s_chance.At(i, 54))) * picture.Height;
            Vector3[] colours = [new(1, 0.52f, 0.2f), new(1, 0.3f, 0.34f), new(0.2f, 0.7f, 0.75f), new(1, 0.75f, 0.45f)];
            Bokeh.Add(picture, x, y, radius, colours[(int)(s_chance.At(i, 55) * 3.99f)] * (0.05f + (0.13f * s_chance.At(i, 56))));
        }
    }
}
