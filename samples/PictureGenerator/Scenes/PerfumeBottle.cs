using System.Numerics;
using VideoCreateAi.Samples.PictureGenerator.Light;

namespace VideoCreateAi.Samples.PictureGenerator.Scenes;

/// <summary>A bottle of scent in thick glass with a gilded cap, alone: only it, its mirror image and its shadow cover anything.</summary>
internal sealed class PerfumeBottle : IScene
{
    private const int Grid = 3;
    private const float GlassIndex = 1.5f;
    private const float ScentIndex = 1.36f;

    private static readonly Vector3 s_eye = new(0, 1.75f, -7.6f);
    private static readonly Vector3 s_aim = new(0, 1.12f, 0);
    private static readonly Vector3 s_gold = new(1.0f, 0.71f, 0.36f);
    private static readonly Vector3 s_absorbed = new(0.22f, 1.35f, 3.1f);

    public string FileName => "04-product-table.png";

    public int Width => 1800;

    public int Height => 1800;

    public Film Film { get; } = new() { Exposure = 0.95f, Contrast = 1.5f, Vignette = 0, Grain = 0 };

    public int Quality => 2;

    public bool StoredOnItsSide => false;

    public Picture Render(int width, int height)
    {
        var picture = new Picture(width, height) { Alpha = new float[width * height] };
        var ahead = Vector3.Normalize(s_aim - s_eye);
        var right = Vector3.Normalize(Vector3.Cross(Vector3.UnitY, ahead));
        var above = Vector3.Cross(ahead, right);
        Parallel.For(0, height, y =>
        {
            for (var x = 0; x < width; x++)
            {
                var sum = Vector4.Zero;
                for (var sample = 0; sample < Grid * Grid; sample++)
                {
                    var px = ((x + (((sample % Grid) + 0.5f) / Grid)) / width * 2) - 1;
                    var py = 1 - ((y + (((sample / Grid) + 0.5f) / Grid)) / height * 2);
                    sum += Ray(Vector3.Normalize(ahead + (((right * px) + (above * py)) * 0.212f)));
                }

                sum /= Grid * Grid;
                var covered = Curves.Step(0.003f, 0.03f, sum.W) * sum.W * TowardsEdge((float)x / width, (float)y / height);
                picture.Alpha[(y * width) + x] = covered;
                picture[x, y] = covered > 0 ? new Vector3(sum.X, sum.Y, sum.Z) / sum.W : Vector3.Zero;
            }
        });
        return picture;
    }

    // Shadow and mirror image run out before the frame cuts them.
    private static float TowardsEdge(float x, float y) =>
        Curves.Step(1, 0.875f, y) * Curves.Step(0, 0.12f, x) * Curves.Step(1, 0.88f, x);

    /// <summary>Light times coverage, and coverage.</summary>
    private static Vector4 Ray(Vector3 towards)
    {
        if (Bottle.March(s_eye, towards, 11) is { } distance)
        {
            return new Vector4(Vector3.Min(Seen(s_eye + (towards * distance), towards), new Vector3(3.5f)), 1);
        }

        return towards.Y < -0.01f ? Table(s_eye + (towards * (-s_eye.Y / towards.Y)), towards) : Vector4.Zero;
    }

    private static Vector4 Table(Vector3 at, Vector3 towards)
    {
        var near = MathF.Max(0, Bottle.Glass(at with { Y = 0.1f }));
        var cast = MathF.Max(0, Bottle.Glass(new Vector3(at.X - 0.32f, 0.12f, at.Z + 0.1f)));
        var shadow = (0.62f * MathF.Exp(-near * 9)) + (0.36f * MathF.Exp(-cast * 3.2f) * Curves.Step(1.5f, 0.2f, cast));
        // Light that went through the scent lands warm in the middle of the shadow.
        var through = Curves.Bell(at.X - 0.95f, 0.5f) * Curves.Bell(at.Z + 0.16f - (0.2f * at.X), 0.24f);
        var light = new Vector3(0.75f, 0.30f, 0.07f) * (through * 0.5f);
        var cover = MathF.Min(0.85f, shadow + (through * 0.25f));
        var mirrored = Vector3.Normalize(towards with { Y = -towards.Y });
        if (Bottle.March(at, mirrored, 4) is { } distance)
        {
            var up = at.Y + (mirrored.Y * distance);
            var fade = 0.5f * MathF.Exp(-up * 1.5f);
            light += Vector3.Min(Seen(at + (mirrored * distance), mirrored), new Vector3(3)) * fade * 0.8f;
            cover = MathF.Max(cover, fade + (cover * (1 - fade)));
        }

        return new Vector4(light, cover);
    }

    private static Vector3 Seen(Vector3 at, Vector3 towards)
    {
        if (Bottle.Metal(at) < 0.004f)
        {
            return Gilded(at, towards);
        }

        var normal = Bottle.Normal(at, Bottle.Glass);
        var mirror = Vector3.Reflect(towards, normal);
        var share = Curves.Fresnel(-Vector3.Dot(towards, normal), 0.045f);
        var emblem = Bottle.Emblem(at);
        var light = (Studio.Light(mirror) * share) + (Through(at, towards, normal) * (1 - share));
        return emblem > 0 ? Vector3.Lerp(light, Gilded(at, towards), emblem) : light;
    }

    private static Vector3 Gilded(Vector3 at, Vector3 towards)
    {
        var emblem = Bottle.Metal(at) >= 0.004f;
        var normal = Bottle.Normal(at, emblem ? Bottle.Glass : Bottle.Metal);
        var brushed = Bottle.Brushed(at) * (emblem ? 0.2f : 1);
        var sum = Vector3.Zero;
        for (var i = -1; i <= 1; i++)
        {
            sum += Studio.Light(Vector3.Reflect(towards, Vector3.Normalize(normal + new Vector3(brushed, i * 0.05f, brushed * 0.5f))));
        }

        var base01 = emblem ? new Vector3(0.62f, 0.38f, 0.13f) : new Vector3(0.02f, 0.014f, 0.008f);
        return (sum / 3 * s_gold * 0.92f) + base01;
    }

    /// <summary>Follows light into the bottle, bending or mirroring it at each wall, until it leaves.</summary>
    private static Vector3 Through(Vector3 at, Vector3 towards, Vector3 normal)
    {
        var passed = Vector3.One;
        var inScent = false;
        if (Bent(towards, normal, 1 / GlassIndex) is not { } way)
        {
            return Vector3.Zero;
        }

        var from = at - (normal * 0.006f);
        for (var wall = 0; wall < 8; wall++)
        {
            var run = Bottle.MarchInside(from, way, inScent);
            passed *= inScent ? Vector3.Exp(-s_absorbed * run) : Vector3.Exp(new Vector3(-0.10f, -0.05f, -0.06f) * run);
            at = from + (way * run);
            if (Bottle.Metal(at) < 0.006f)
            {
                return passed * Gilded(at, way) * 0.8f;
            }

            var outer = !inScent && Bottle.Glass(at) > -0.008f;
            var face = Bottle.Normal(at, outer ? Bottle.Glass : Bottle.Scent);
            var against = Vector3.Dot(way, face) < 0 ? face : -face;
            var ratio = outer ? GlassIndex : inScent ? ScentIndex / GlassIndex : GlassIndex / ScentIndex;
            if (Bent(way, against, ratio) is not { } next)
            {
                way = Vector3.Reflect(way, against);
                from = at + (against * 0.012f);
                continue;
            }

            if (outer)
            {
                return passed * Outside(at, next);
            }

            inScent = !inScent;
            way = next;
            from = at - (against * 0.012f);
        }

        return passed * new Vector3(0.10f, 0.06f, 0.05f);
    }

    private static Vector3 Outside(Vector3 at, Vector3 towards)
    {
        if (towards.Y >= -0.02f)
        {
            return Studio.Light(towards) * 1.25f;
        }

        // The table: dark, warmed by the light that comes through, lighter further out.
        var reach = at.Y / -towards.Y;
        var warm = Vector3.Lerp(new Vector3(0.26f, 0.12f, 0.06f), new Vector3(0.17f, 0.15f, 0.19f), Curves.Step(0.2f, 2.5f, reach));
        var far = Studio.Light(Vector3.Normalize(towards with { Y = 0.06f - (0.4f * towards.Y) })) * 1.3f;
        return Vector3.Lerp(warm * (0.5f + Curves.Step(0, 1.2f, reach)), far, Curves.Step(0.8f, 5, reach));
    }

    private static Vector3? Bent(Vector3 towards, Vector3 normal, float ratio)
    {
        var cosine = -Vector3.Dot(towards, normal);
        var rest = 1 - (ratio * ratio * (1 - (cosine * cosine)));
        return rest < 0 ? null : Vector3.Normalize((towards * ratio) + (normal * ((ratio * cosine) - MathF.Sqrt(rest))));
    }
}
