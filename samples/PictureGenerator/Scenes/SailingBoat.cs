using System.Numerics;
using VideoCreateAi.Samples.PictureGenerator.Light;

namespace VideoCreateAi.Samples.PictureGenerator.Scenes;

/// <summary>A sloop against the low sun, flat as seen from far; metres from the foot of its mast.</summary>
internal static class SailingBoat
{
    private static readonly Noise s_cloth = new(61);

    /// <returns>Its light there and how much it covers.</returns>
    public static (Vector3 Light, float Cover) At(float x, float y)
    {
        if (x is < -7 or > 7 || y is < -0.4f or > 16)
        {
            return default;
        }

        // She heels a little.
        x -= y * 0.055f;
        if (y < Deck(x) && x > -5.4f + (0.5f * MathF.Max(0, 0.6f - y)) && x < 5.9f - ((1.3f - y) * 0.75f))
        {
            var stripe = MathF.Abs(y - 0.75f) < 0.06f ? 2.6f : 1;
            return (Vector3.Lerp(new Vector3(0.035f, 0.04f, 0.06f), new Vector3(0.17f, 0.10f, 0.08f), Curves.Step(0.7f, 1.3f, y)) * stripe, 1);
        }

        if (x is > -2.6f and < 1.3f && y < 1.62f - (0.03f * (x + 0.6f) * (x + 0.6f)))
        {
            var port = MathF.Abs(y - 1.38f) < 0.09f && MathF.Abs(((x + 10) % 0.8f) - 0.4f) < 0.22f;
            return (port ? new Vector3(2.4f, 1.25f, 0.42f) : new Vector3(0.05f, 0.045f, 0.06f), 1);
        }

        if (MathF.Abs(x) < 0.075f && y < 14.6f || MathF.Abs(y - 2.1f) < 0.08f && x is > -5 and < 0 || Crew(x, y))
        {
            return (new Vector3(0.03f, 0.03f, 0.045f), 1);
        }

        return Sail(x, y);
    }

    private static float Deck(float x) => 1.02f + (0.012f * x * x) + (0.03f * x);

    private static bool Crew(float x, float y)
    {
        var body = MathF.Abs(x + 3.7f) < 0.2f - (0.07f * (y - 1.2f)) && y is > 1 and < 1.95f;
        return body || ((x + 3.68f) * (x + 3.68f)) + ((y - 2.02f) * (y - 2.02f)) < 0.019f;
    }

    private static (Vector3 Light, float Cover) Sail(float x, float y)
    {
        var up = (y - 2.25f) / 12;
        var leech = -4.75f * (1 - up) * (1 + (0.42f * up));
        var main = up is > 0 and < 1 && x < -0.1f && x > leech;
        var rise = (y - 1.5f) / 11.4f;
        var luff = 5.2f * (1 - rise);
        var foot = 0.35f + (1.15f * MathF.Sin(Math.Clamp(rise, 0, 1) * MathF.PI) * 0.55f);
        var jib = rise is > 0 and < 1 && x < luff - 0.03f && x > foot - (1.25f * (1 - rise)) && rise > 0.02f + (0.02f * x);
        if (!main && !jib)
        {
            return default;
        }

        // The sun behind shines through cloth, less where it is sewn double and where it hangs in folds.
        var along = main ? x / leech : (luff - x) / (luff - foot + 1);
        var belly = 0.55f + (0.45f * MathF.Sin(Math.Clamp(along, 0, 1) * MathF.PI * 0.85f));
        var seam = MathF.Abs((((y + (along * 0.35f)) / 1.15f) % 1) - 0.5f) > 0.475f ? 0.8f : 1;
        var fold = 1 + (0.10f * s_cloth.Fractal((x * 0.5f) + (y * 0.35f), (y * 0.25f) - (x * 0.8f), 4));
        var colour = main ? new Vector3(1.10f, 0.50f, 0.23f) : new Vector3(1.22f, 0.61f, 0.32f);
        return (colour * (belly * seam * fold * (0.55f + (0.18f * MathF.Min(1, y / 12)))), 0.97f);
    }
}
