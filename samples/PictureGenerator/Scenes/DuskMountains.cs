using System.Numerics;
using VideoCreateAi.Samples.PictureGenerator.Light;

namespace VideoCreateAi.Samples.PictureGenerator.Scenes;

/// <summary>Ridges above a sea of mist after sunset, a town's lights in the far valley, pines in front.
/// The land is walked from near to far, one fan of rays a column; distances in kilometres.</summary>
internal sealed class DuskMountains : IScene
{
    private const float Near = 1.1f;
    private const float Far = 70;
    private const float Eye = 1.75f;
    private const float Horizon = 0.47f;
    private const float Spread = 0.56f;
    private const float MistDepth = 0.2f;
    private const float SunSide = 0.12f;
    private const float TownX = 0.9f;
    private const float TownZ = 17.5f;

    private static readonly Noise s_land = new(11);
    private static readonly Noise s_mist = new(12);
    private static readonly DuskSky s_sky = new(21) { SunSide = SunSide };
    private static readonly Vector3 s_afterglow = Vector3.Normalize(new Vector3(0.85f, 0.34f, 0.35f));

    public string FileName => "01-dusk-mountains.jpg";

    public int Width => 4000;

    public int Height => 3000;

    public Film Film { get; } = new() { Exposure = 0.95f, Vignette = 0.4f, Grain = 1.6f };

    public int Quality => 2;

    public bool StoredOnItsSide => false;

    public Picture Render(int width, int height)
    {
        var picture = new Picture(width, height);
        var depth = new float[width * height];
        Parallel.For(0, width, x => RenderColumn(picture, depth, x));
        AddTown(picture, depth);
        Glow.Add(picture, 0.07f, 0.14f);
        new PineWood(31).Draw(picture);
        return picture;
    }

    private static void RenderColumn(Picture picture, float[] depth, int x)
    {
        var height = picture.Height;
        var steps = height * 3 / 2;
        var ratio = MathF.Pow(Far / Near, 1f / steps);
        // Two walks side by side halve the width of a column: edges of ridges are smooth without a finer picture.
        const int walks = 2;
        for (var walk = 0; walk < walks; walk++)
        {
            var side = ((((x + ((walk + 0.5f) / walks)) / picture.Width) * 2) - 1) * Spread;
            var filled = (float)height;
            var z = Near;
            var before = Land(side * z, z, 12);
            for (var step = 0; step < steps && filled > 0; step++)
            {
                var next = z * ratio;
                var octaves = Math.Clamp(11.5f - MathF.Log2(next), 4, 11);
                var here = Land(side * next, next, octaves);
                var row = Row(here, next, height);
                if (row < filled)
                {
                    var light = Shade(side, next, here, before, next - z, octaves);
                    Fill(picture, depth, x, row, filled, light / walks, next);
                    filled = MathF.Max(0, row);
                }

                before = here;
                z = next;
            }

            FillSky(picture, x, side, filled, 1f / walks);
        }
    }

    private static float Row(float land, float z, int height)
    {
        var fallen = z * z / (2 * 6371f);
        var rise = (land - fallen - Eye) / z;
        return (Horizon - (rise / (2 * Spread * 0.75f))) * height;
    }

    private static void Fill(Picture picture, float[] depth, int x, float top, float bottom, Vector3 light, float z)
    {
        for (var y = Math.Max(0, (int)top); y < Math.Min(picture.Height, MathF.Ceiling(bottom)); y++)
        {
            var covered = MathF.Min(bottom, y + 1) - MathF.Max(top, y);
            picture[x, y] += light * covered;
            depth[(y * picture.Width) + x] = z;
        }
    }

    private static void FillSky(Picture picture, int x, float side, float bottom, float share)
    {
        for (var y = 0; y < bottom; y++)
        {
            var covered = MathF.Min(bottom - y, 1);
            picture[x, y] += s_sky.Light(side, Elevation((y + 0.5f) / picture.Height)) * (covered * share);
        }
    }

    private static float Elevation(float v) => (Horizon - v) * 2 * Spread * 0.75f;

    private static float Land(float x, float z, float octaves)
    {
        var bent = s_land.Fractal(x * 0.11f + 40, z * 0.11f, 3) * 1.6f;
        var crest = s_land.Ridged((x + bent) * 0.135f + 3.7f, (z * 0.16f) + (bent * 0.4f) + 9.1f, octaves, 0.47f);
        var valley = x - (z * 0.055f) + (MathF.Sin(z * 0.23f) * 0.9f);
        var open = Curves.Step(0.3f, 3.4f + (z * 0.1f), MathF.Abs(valley));
        var rising = 0.55f + (0.45f * Curves.Step(3, 26, z));
        return 0.1f + (crest * (0.3f + (2.25f * open)) * rising * 1.25f) - (0.35f * Curves.Step(5, 1, z));
    }

    private static Vector3 Shade(float side, float z, float here, float before, float run, float octaves)
    {
        var x = side * z;
        var across = z * 0.0012f;
        var slopeX = (Land(x + across, z, octaves) - here) / across;
        // The walk already knows the land one step nearer; a longer step evens out what it sees.
        var slopeZ = (here - before) / run;
        var normal = Vector3.Normalize(new Vector3(-slopeX, 1, -slopeZ));
        var rough = s_land.Fractal(x * 26, z * 26, Math.Clamp(octaves - 5, 0, 4)) * 0.5f
            // Further away its lattice is as fine as the pixels, and would show as teeth along the crests.
            * Curves.Step(11, 4, z);
        var snow = Curves.Step(1.0f, 1.55f, here + (rough * 0.25f)) * Curves.Step(0.45f, 0.75f, normal.Y + (rough * 0.25f));
        var ground = Vector3.Lerp(new Vector3(0.028f, 0.045f, 0.052f), new Vector3(0.10f, 0.095f, 0.11f), Curves.Step(0.5f, 1.2f, here + (rough * 0.3f)));
        var surface = Vector3.Lerp(ground * (1 + (rough * 0.7f)), new Vector3(0.78f, 0.8f, 0.86f), snow);
        var fromAbove = new Vector3(0.16f, 0.24f, 0.42f) * (0.35f + (0.65f * normal.Y));
        var fromWest = new Vector3(1.05f, 0.46f, 0.34f) * MathF.Max(0, Vector3.Dot(normal, s_afterglow) + 0.12f);
        return ThroughAir(surface * (fromAbove + fromWest), side, z, here);
    }

    private static Vector3 ThroughAir(Vector3 light, float side, float z, float land)
    {
        var x = side * z;
        var patches = 0.4f + MathF.Max(0, 0.85f + (1.3f * s_mist.Fractal(x * 0.35f, z * 0.22f, 5)));
        // Mist that thins out upwards, summed along the straight way from the eye.
        var low = MathF.Exp(-MathF.Max(land, 0) / MistDepth);
        var high = MathF.Exp(-Eye / MistDepth);
        var mist = 0.3f * patches * z * MistDepth * (low - high) / MathF.Max(0.05f, MathF.Abs(Eye - land));
        var towardsSun = Curves.Bell(side - SunSide, 0.5f);
        var town = Curves.Bell(x - TownX, 1.5f) * Curves.Bell(z - TownZ, 4.5f);
        var mistLight = Curves.Mix(new Vector3(0.13f, 0.205f, 0.34f), new Vector3(0.60f, 0.34f, 0.31f), towardsSun * Curves.Step(2, 26, z) * 0.85f)
            + (new Vector3(1.1f, 0.5f, 0.14f) * town);
        var airLight = Curves.Mix(new Vector3(0.13f, 0.2f, 0.36f), new Vector3(0.95f, 0.48f, 0.27f), towardsSun * Curves.Step(1, 30, z) * 0.85f);
        light = Vector3.Lerp(airLight, light, MathF.Exp(-z * 0.03f));
        return Vector3.Lerp(mistLight, light, MathF.Exp(-mist));
    }

    private static void AddTown(Picture picture, float[] depth)
    {
        var streets = new Noise(14);
        var unit = picture.Height / 3000f;
        for (var i = 0; i < 1500; i++)
        {
            var away = MathF.Sqrt(-2 * MathF.Log(streets.At(i, 1) + 0.001f));
            var angle = streets.At(i, 2) * MathF.Tau;
            var x = TownX + (MathF.Cos(angle) * away * 0.62f);
            var z = TownZ + (MathF.Sin(angle) * away * 2.1f);
            var px = ((x / z / Spread) + 1) * 0.5f * picture.Width;
            var py = Row(Land(x, z, 6) + 0.015f, z, picture.Height);
            if (px < 0 || px >= picture.Width || py < 0 || py >= picture.Height || depth[((int)py * picture.Width) + (int)px] < z - 1.6f)
            {
                continue;
            }

            var colour = Vector3.Lerp(new Vector3(1, 0.5f, 0.16f), new Vector3(1, 0.85f, 0.62f), streets.At(i, 3));
            var strength = 0.4f + (4.5f * MathF.Pow(streets.At(i, 4), 5));
            picture.AddDot(px, py, (2.4f + streets.At(i, 5) * 2) * unit, colour * strength * 1.6f);
        }
    }
}
