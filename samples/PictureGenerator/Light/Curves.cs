using System.Numerics;

namespace VideoCreateAi.Samples.PictureGenerator.Light;

/// <summary>The small curves that every scene is drawn with.</summary>
internal static class Curves
{
    /// <summary>0 below <paramref name="from"/>, 1 above <paramref name="to"/>, smooth between.</summary>
    public static float Step(float from, float to, float value)
    {
        var t = Math.Clamp((value - from) / (to - from), 0, 1);
        return t * t * (3 - (2 * t));
    }

    public static float Bell(float distance, float width)
    {
        var t = distance / width;
        return MathF.Exp(-t * t);
    }

    public static Vector3 Mix(Vector3 from, Vector3 to, float share) => Vector3.Lerp(from, to, Math.Clamp(share, 0, 1));

    /// <summary>Colours at rising positions; the nearest two are blended smoothly.</summary>
    public static Vector3 Ramp(float at, ReadOnlySpan<(float At, Vector3 Colour)> stops)
    {
        for (var i = 1; i < stops.Length; i++)
        {
            if (at < stops[i].At)
            {
                return Vector3.Lerp(stops[i - 1].Colour, stops[i].Colour, Step(stops[i - 1].At, stops[i].At, at));
            }
        }

        return stops[^1].Colour;
    }

    /// <summary>Schlick's approximation of how much a surface mirrors.</summary>
    public static float Fresnel(float cosine, float facing)
    {
        var away = 1 - Math.Clamp(cosine, 0, 1);
        var square = away * away;
        return facing + ((1 - facing) * square * square * away);
    }
}
