using System.Numerics;
using VideoCreateAi.Samples.PictureGenerator.Light;

namespace VideoCreateAi.Samples.PictureGenerator.Scenes;

/// <summary>The bottle's shapes as distances to their surfaces, negative inside.</summary>
internal static class Bottle
{
    private const float Close = 0.0006f;

    // Turned a little, so that the eye has an edge to hold.
    private static readonly float s_cos = MathF.Cos(0.42f);
    private static readonly float s_sin = MathF.Sin(0.42f);
    private static readonly Noise s_chance = new(141);

    public static float Glass(Vector3 at)
    {
        at = Turned(at);
        var body = RoundedBox(at - new Vector3(0, 0.80f, 0), new Vector3(0.66f, 0.79f, 0.34f), 0.10f);
        var neck = Rod(at, 0.17f, 1.5f, 1.72f);
        return MathF.Min(body, neck);
    }

    public static float Scent(Vector3 at)
        => RoundedBox(Turned(at) - new Vector3(0, 0.80f, 0), new Vector3(0.525f, 0.60f, 0.215f), 0.11f);

    public static float Metal(Vector3 at)
    {
        at = Turned(at);
        var collar = Rod(at, 0.235f, 1.61f, 1.70f) - 0.012f;
        var cap = RoundedBox(at - new Vector3(0, 2.02f, 0), new Vector3(0.30f, 0.29f, 0.25f), 0.035f);
        var groove = MathF.Abs(at.Y - 1.83f) - 0.012f;
        return MathF.Min(collar, MathF.Max(cap, -MathF.Max(groove, -(cap + 0.018f))));
    }

    public static Vector3 Normal(Vector3 at, Func<Vector3, float> shape)
    {
        const float step = 0.0012f;
        var a = new Vector3(step, -step, -step);
        var b = new Vector3(-step, -step, step);
        var c = new Vector3(-step, step, -step);
        var d = new Vector3(step, step, step);
        return Vector3.Normalize((a * shape(at + a)) + (b * shape(at + b)) + (c * shape(at + c)) + (d * shape(at + d)));
    }

    /// <summary>Distance along the ray to the first surface from outside.</summary>
    public static float? March(Vector3 from, Vector3 towards, float reach)
    {
        // Nothing is further than this from the bottle's axis.
        var flat = new Vector2(towards.X, towards.Z);
        var along = -Vector2.Dot(new Vector2(from.X, from.Z), flat) / flat.LengthSquared();
        var nearest = from + (towards * along);
        if ((nearest.X * nearest.X) + (nearest.Z * nearest.Z) > 0.7f)
        {
            return null;
        }

        var distance = 0.002f;
        for (var step = 0; step < 110 && distance < reach; step++)
        {
            var at = from + (towards * distance);
            var free = MathF.Min(Glass(at), Metal(at));
            if (free < Close)
            {
                return distance;
            }

            distance += free;
        }

        return null;
    }

    /// <summary>Distance from inside glass or scent to the wall of it.</summary>
    public static float MarchInside(Vector3 from, Vector3 towards, bool inScent)
    {
        var distance = 0f;
        for (var step = 0; step < 70; step++)
        {
            var at = from + (towards * distance);
            var free = inScent ? -Scent(at) : MathF.Min(MathF.Min(-Glass(at), Scent(at)), Metal(at));
            if (free < Close)
            {
                break;
            }

            distance += free;
        }

        return distance;
    }

    /// <summary>The gilding on the front: a skyline in a thin frame, 0 to 1.</summary>
    public static float Emblem(Vector3 at)
    {
        at = Turned(at);
        if (at.Z > -0.3f || MathF.Abs(at.X) > 0.4f)
        {
            return 0;
        }

        var frame = MathF.Max(MathF.Abs(at.X) / 0.33f, MathF.Abs(at.Y - 0.82f) / 0.40f);
        if (frame is > 0.965f and < 1)
        {
            return 1;
        }

        if (frame > 0.9f || at.Y < 0.60f)
        {
            return MathF.Abs(at.Y - 0.53f) < 0.008f && MathF.Abs(at.X) < 0.17f ? 1 : 0;
        }

        var bar = (int)MathF.Floor((at.X + 0.26f) / 0.052f);
        var within = ((at.X + 0.26f) / 0.052f) - bar;
        ReadOnlySpan<float> tall = [0.10f, 0.19f, 0.14f, 0.30f, 0.24f, 0.42f, 0.20f, 0.27f, 0.12f, 0.16f];
        return bar >= 0 && bar < tall.Length && within is > 0.12f and < 0.88f && at.Y - 0.60f < tall[bar] ? 1 : 0;
    }

    /// <summary>Fine scratches around the cap.</summary>
    public static float Brushed(Vector3 at)
    {
        at = Turned(at);
        return 0.011f * s_chance.Fractal(at.Y * 160, (at.X + at.Z) * 2.5f, 2);
    }

    private static Vector3 Turned(Vector3 at) => new((at.X * s_cos) - (at.Z * s_sin), at.Y, (at.X * s_sin) + (at.Z * s_cos));

    private static float RoundedBox(Vector3 at, Vector3 half, float round)
    {
        var away = Vector3.Abs(at) - half + new Vector3(round);
        return Vector3.Max(away, Vector3.Zero).Length() + MathF.Min(0, MathF.Max(away.X, MathF.Max(away.Y, away.Z))) - round;
    }

    private static float Rod(Vector3 at, float radius, float low, float high)
    {
        var around = MathF.Sqrt((at.X * at.X) + (at.Z * at.Z)) - radius;
        var ends = MathF.Max(low - at.Y, at.Y - high);
        return MathF.Min(0, MathF.Max(around, ends)) + new Vector2(MathF.Max(around, 0), MathF.Max(ends, 0)).Length();
    }
}
