using System.Numerics;
using VideoCreateAi.Samples.PictureGenerator.Light;

namespace VideoCreateAi.Samples.PictureGenerator.Scenes;

/// <summary>Golden hour at sea: a sloop before the low sun, a skyline at the horizon, the sun's path on the waves.
/// Metres; the water is walked from near to far, one fan of rays a column.</summary>
internal sealed class HarbourSea : IScene
{
    private const float Eye = 4.2f;
    private const float Horizon = 0.56f;
    private const float Spread = 0.46f;
    private const float Down = 2 * Spread / 1.5f;
    private const float BoatX = -5.5f;
    private const float BoatZ = 78;
    private const float CityZ = 5200;
    private const float SunSide = 0.075f;
    private const float SunUp = 0.058f;
    private const int Walks = 2;
    private const int StepsPerRow = 3;

    private static readonly Swell s_swell = new();
    private static readonly Noise s_city = new(41);
    private static readonly Noise s_spark = new(42);
    private static readonly DuskSky s_sky = new(45) { SunSide = SunSide, Warmth = 1.35f, Cloudiness = 0.12f };

    public string FileName => "02-harbour-sea.jpg";

    public int Width => 3000;

    public int Height => 2000;

    public Film Film { get; } = new() { Exposure = 0.72f, Vignette = 0.35f, Grain = 1.6f };

    public int Quality => 4;

    public bool StoredOnItsSide => false;

    public Picture Render(int width, int height)
    {
        var picture = new Picture(width, height);
        Parallel.For(0, width, x =>
        {
            for (var walk = 0; walk < Walks; walk++)
            {
                RenderColumn(picture, x, ((((x + ((walk + 0.5f) / Walks)) / width) * 2) - 1) * Spread);
            }

            if (MathF.Abs((((((x + 0.5f) / width) * 2) - 1) * Spread * BoatZ) - BoatX) < 8)
            {
                DrawBoat(picture, x);
            }
        });
        Glow.Add(picture, 0.09f, 0.13f);
        return picture;
    }

    private static void RenderColumn(Picture picture, int x, float side)
    {
        var height = picture.Height;
        var unit = 1f / (height * StepsPerRow);
        var filled = (float)height;
        var steps = (int)((1.12f - Horizon) / unit);
        for (var step = steps; step > 0 && filled > 0; step--)
        {
            var z = Eye / (step * unit * Down);
            // One step of the walk on the water, which the waves must be longer than to be seen.
            var grain = MathF.Max(z * unit * 2, z / step * 0.35f);
            var row = (Horizon + ((Eye - s_swell.Height(side * z, z, grain)) / z / Down)) * height;
            if (row < filled)
            {
                Fill(picture, x, row, filled, Water(side, z, grain, step) / Walks);
                filled = row;
            }
        }

        for (var y = 0; y < filled; y++)
        {
            var up = (Horizon - ((y + 0.5f) / height)) * Down;
            picture[x, y] += Around(new Vector3(0, Eye, 0), new Vector3(side, up, 1), withBoat: false) * (MathF.Min(filled - y, 1) / Walks);
        }
    }

    private static void Fill(Picture picture, int x, float top, float bottom, Vector3 light)
    {
        for (var y = Math.Max(0, (int)top); y < Math.Min(picture.Height, MathF.Ceiling(bottom)); y++)
        {
            picture[x, y] += light * (MathF.Min(bottom, y + 1) - MathF.Max(top, y));
        }
    }

    private static void DrawBoat(Picture picture, int x)
    {
        for (var y = 0; y < picture.Height; y++)
        {
            var light = Vector3.Zero;
            var cover = 0f;
            for (var sample = 0; sample < 4; sample++)
            {
                var side = ((((x + 0.25f + ((sample & 1) * 0.5f)) / picture.Width) * 2) - 1) * Spread;
                var up = Eye + ((Horizon - ((y + 0.25f + ((sample >> 1) * 0.5f)) / picture.Height)) * Down * BoatZ);
                if (up > s_swell.Height(side * BoatZ, BoatZ, 0.4f))
                {
                    var (there, covered) = SailingBoat.At((side * BoatZ) - BoatX, up);
                    light += there * (covered * 0.25f);
                    cover += covered * 0.25f;
                }
            }

            picture[x, y] = (picture[x, y] * (1 - cover)) + light;
        }
    }

    private static Vector3 Water(float side, float z, float grain, int step)
    {
        var x = side * z;
        var (slopeX, slopeZ, rough) = s_swell.Slopes(x, z, grain);
        // What is too small to be seen still glitters: every speck of water is tilted its own way.
        var chance = (int)(side * 200000);
        slopeX += rough * 1.3f * (s_spark.At(chance, step, 1) + s_spark.At(chance, step, 2) - 1);
        slopeZ += rough * 1.3f * (s_spark.At(chance, step, 3) + s_spark.At(chance, step, 4) - 1);
        var normal = Vector3.Normalize(new Vector3(-slopeX, 1, -slopeZ));
        var position = new Vector3(x, s_swell.Height(x, z, grain), z);
        var view = Vector3.Normalize(position - new Vector3(0, Eye, 0));
        var facing = MathF.Max(0.02f, -Vector3.Dot(view, normal));
        var mirrored = view + (2 * facing * normal);
        // A wave that would mirror the water before it, mirrors low sky there.
        mirrored.Y = MathF.Abs(mirrored.Y) + 0.004f;
        var mirror = Curves.Fresnel(facing, 0.02f) * (1 - (0.35f * Curves.Step(20, 400, z)));
        var crest = Math.Clamp((position.Y * 0.9f) + 0.35f, 0, 1.3f);
        var body = new Vector3(0.006f, 0.030f, 0.046f) + (new Vector3(0.016f, 0.072f, 0.07f) * crest * crest);
        var light = Vector3.Lerp(body, Around(position, mirrored, withBoat: true), mirror);
        light += Glitter(mirrored, rough) * mirror;
        var haze = 1 - MathF.Exp(-z / 3800);
        return Vector3.Lerp(light, s_sky.Light(side, 0.01f) * 0.8f, haze * 0.8f);
    }

    private static Vector3 Glitter(Vector3 mirrored, float rough)
    {
        var across = (mirrored.X / MathF.Max(0.05f, mirrored.Z)) - SunSide;
        var up = (mirrored.Y / MathF.Max(0.05f, mirrored.Z)) - SunUp;
        var width = 0.022f + (rough * 0.22f);
        var height = 0.035f + (rough * 0.8f);
        var near = MathF.Exp(-(across * across / (width * width)) - (up * up / (height * height)));
        return new Vector3(1, 0.60f, 0.26f) * (near * 0.055f / (width * MathF.Sqrt(height)));
    }

    private static Vector3 Around(Vector3 from, Vector3 towards, bool withBoat)
    {
        if (towards.Z < 0.02f)
        {
            return s_sky.Light(towards.X, 0.4f);
        }

        var side = towards.X / towards.Z;
        var up = towards.Y / towards.Z;
        var sky = s_sky.Light(side, up);
        var disc = MathF.Sqrt(((side - SunSide) * (side - SunSide)) + ((up - SunUp) * (up - SunUp)));
        sky += new Vector3(1, 0.62f, 0.28f) * ((Disc(up) * Curves.Step(0.0185f, 0.0168f, disc)) + (1.1f * Curves.Bell(disc, 0.07f)));
        sky = City(sky, from.X + (side * (CityZ - from.Z)), from.Y + (up * (CityZ - from.Z)), side);
        if (withBoat && from.Z < BoatZ)
        {
            var away = BoatZ - from.Z;
            var (light, cover) = SailingBoat.At(from.X + (side * away) - BoatX, from.Y + (up * away));
            sky = Vector3.Lerp(sky, light, cover);
        }

        return sky;
    }

    // Low haze lies across the sun in bands and dims its foot.
    private static float Disc(float up)
        => (2.2f + (4.2f * Curves.Step(SunUp - 0.016f, SunUp + 0.014f, up))) * (0.85f + (0.3f * s_city.Smooth(3.3f, up * 190)));

    private static Vector3 City(Vector3 sky, float x, float y, float side)
    {
        if (y is < 0 or > 420)
        {
            return sky;
        }

        for (var row = 2; row >= 0; row--)
        {
            var block = 44f + (row * 11);
            var cell = (int)MathF.Floor((x + (row * 17)) / block);
            var within = ((x + (row * 17)) / block) - cell;
            var centre = Curves.Bell(x - 1050, 620) + (0.75f * Curves.Bell(x + 1250, 480));
            var tall = (22 + (s_city.At(cell, row, 1) * 40)) + (centre * 270 * MathF.Pow(s_city.At(cell, row, 2), 1.6f));
            var narrow = 0.1f + (0.16f * s_city.At(cell, row, 3)) + (y > tall * 0.8f ? 0.1f : 0);
            var spire = tall > 190 && MathF.Abs(within - 0.5f) < 0.02f && y < tall * 1.22f;
            if ((y < tall && MathF.Abs(within - 0.5f) < 0.5f - narrow) || y < 16 || spire)
            {
                var hazy = s_sky.Light(side, 0.02f);
                var wall = Vector3.Lerp(new Vector3(0.07f, 0.075f, 0.14f), hazy, 0.12f + (0.17f * row) + (0.2f * MathF.Exp(-y / 50)));
                var window = s_city.At((int)MathF.Floor(x / 4.2f), (int)MathF.Floor(y / 4.2f), 5) > 0.965f;
                sky = window ? wall + new Vector3(0.75f, 0.45f, 0.16f) : wall;
            }
        }

        return sky;
    }
}
