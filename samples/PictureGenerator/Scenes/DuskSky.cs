using System.Numerics;
using VideoCreateAi.Samples.PictureGenerator.Light;

namespace VideoCreateAi.Samples.PictureGenerator.Scenes;

/// <summary>The sky around sunset: an amber band, rose above, deep blue with the first stars. Directions are given as
/// tangents, to the side of the view and up from the horizon.</summary>
internal sealed class DuskSky
{
    private readonly (float, Vector3)[] _colours =
    [
        (-0.02f, new(1.25f, 0.56f, 0.24f)),
        (0.05f, new(1.05f, 0.46f, 0.26f)),
        (0.13f, new(0.62f, 0.32f, 0.34f)),
        (0.23f, new(0.24f, 0.24f, 0.40f)),
        (0.36f, new(0.085f, 0.15f, 0.31f)),
        (0.55f, new(0.03f, 0.062f, 0.16f)),
    ];

    private readonly Noise _clouds;
    private readonly Noise _stars;

    public DuskSky(uint seed)
    {
        _clouds = new Noise(seed);
        _stars = new Noise(seed + 1);
    }

    /// <summary>Where the sun goes down.</summary>
    public float SunSide { get; init; } = 0.15f;

    /// <summary>How high the colours reach; 1 is just after sunset.</summary>
    public float Warmth { get; init; } = 1;

    /// <summary>How much of the sky is clouded, about −0.3 to 0.3.</summary>
    public float Cloudiness { get; init; }

    public Vector3 Light(float side, float elevation)
    {
        var towardsSun = Curves.Bell(side - SunSide, 0.55f);
        var sky = Curves.Ramp((elevation / Warmth) + (0.06f * (1 - towardsSun)), _colours);
        sky = Vector3.Lerp(sky * new Vector3(0.62f, 0.74f, 0.92f), sky, 0.25f + (0.75f * towardsSun));
        sky += new Vector3(1.5f, 0.72f, 0.25f) * (Curves.Bell(side - SunSide, 0.3f) * Curves.Bell(elevation + 0.01f, 0.075f));
        sky += Stars(side, elevation);
        return Clouded(sky, side, elevation, towardsSun);
    }

    private Vector3 Clouded(Vector3 sky, float side, float elevation, float towardsSun)
    {
        // Seen from below, a flat layer crowds together towards the horizon.
        var reach = 1 / (MathF.Max(elevation, 0) + 0.14f);
        var x = side * reach * 0.9f;
        var y = reach * 1.15f;
        var bend = _clouds.Fractal(x * 0.9f, y * 0.9f, 3) * 0.7f;
        var wisps = _clouds.Fractal((x * 0.75f) + bend + 3, (y * 1.9f) + (bend * 0.6f), 8, 0.54f);
        var cover = Curves.Step(0.02f, 0.85f, wisps + Cloudiness + (0.22f * Curves.Bell(elevation - 0.2f, 0.12f)) - 0.05f);
        cover *= Curves.Step(0.01f, 0.09f, elevation) * (1 - (0.75f * Curves.Step(0.3f, 0.52f, elevation)));
        var lit = Curves.Mix(new Vector3(0.16f, 0.17f, 0.30f), new Vector3(1.35f, 0.5f, 0.33f), (0.25f + (0.75f * towardsSun)) * Curves.Step(0.42f, 0.06f, elevation));
        var thick = Curves.Step(0.3f, 1.0f, wisps);
        return Vector3.Lerp(sky, Vector3.Lerp(lit, new Vector3(0.2f, 0.16f, 0.26f), thick * 0.55f), cover * 0.72f);
    }

    private Vector3 Stars(float side, float elevation)
    {
        const float cells = 95;
        var x = side * cells;
        var y = elevation * cells;
        var ix = (int)MathF.Floor(x);
        var iy = (int)MathF.Floor(y);
        var dx = x - ix - 0.2f - (0.6f * _stars.At(ix, iy, 1));
        var dy = y - iy - 0.2f - (0.6f * _stars.At(ix, iy, 2));
        var size = MathF.Pow(_stars.At(ix, iy, 3), 9);
        var spot = MathF.Exp(-((dx * dx) + (dy * dy)) * (2600 - (1500 * size)));
        var tint = Vector3.Lerp(new Vector3(0.75f, 0.87f, 1.1f), new Vector3(1.1f, 0.95f, 0.8f), _stars.At(ix, iy, 4));
        return tint * (spot * ((size * 3.2f) + 0.04f) * Curves.Step(0.2f, 0.46f, elevation));
    }
}
