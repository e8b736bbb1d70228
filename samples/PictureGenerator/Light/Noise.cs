namespace VideoCreateAi.Samples.PictureGenerator.Light;

/// <summary>Repeatable randomness of one seed: hashes of lattice points, and smooth noise between them.</summary>
internal readonly struct Noise(uint seed)
{
    // Octaves are turned against each other, or their lattices line up and show as a grid.
    private const float TurnCos = 0.8f;
    private const float TurnSin = 0.6f;

    /// <summary>0 inclusive to 1 exclusive, the same for the same point.</summary>
    public float At(int x, int y = 0, int z = 0) => (Mix(x, y, z) >> 8) * (1f / 16777216f);

    /// <summary>Gradient noise, about −1 to 1, zero at lattice points.</summary>
    public float Smooth(float x, float y)
    {
        var floorX = MathF.Floor(x);
        var floorY = MathF.Floor(y);
        var ix = (int)floorX;
        var iy = (int)floorY;
        var fx = x - floorX;
        var fy = y - floorY;
        var u = Ease(fx);
        var v = Ease(fy);
        var top = float.Lerp(Slope(ix, iy, fx, fy), Slope(ix + 1, iy, fx - 1, fy), u);
        var bottom = float.Lerp(Slope(ix, iy + 1, fx, fy - 1), Slope(ix + 1, iy + 1, fx - 1, fy - 1), u);
        return float.Lerp(top, bottom, v) * 1.5f;
    }

    /// <summary>Octaves of <see cref="Smooth"/>, about −1 to 1. A broken number of octaves fades the last one in.</summary>
    public float Fractal(float x, float y, float octaves, float gain = 0.5f)
    {
        var sum = 0f;
        var weight = 1f;
        for (; octaves > 0; octaves--)
        {
            sum += Smooth(x, y) * weight * MathF.Min(1, octaves);
            (x, y) = Turn(x, y);
            weight *= gain;
        }

        return sum;
    }

    /// <summary>Octaves folded at zero, so that they meet in sharp crests: 0 in the valleys, about 1 on the crests.</summary>
    public float Ridged(float x, float y, float octaves, float gain = 0.5f)
    {
        var sum = 0f;
        var weight = 0.55f;
        var above = 1f;
        for (; octaves > 0; octaves--)
        {
            var crest = 1 - MathF.Abs(Smooth(x, y));
            crest *= crest;
            // Detail grows on crests and not in valleys, as erosion leaves it.
            sum += crest * weight * above * MathF.Min(1, octaves);
            above = Math.Clamp(crest * 1.6f, 0, 1);
            (x, y) = Turn(x, y);
            weight *= gain;
        }

        return sum;
    }

    private static (float X, float Y) Turn(float x, float y)
        => (((x * TurnCos) - (y * TurnSin)) * 2.03f + 17.3f, ((x * TurnSin) + (y * TurnCos)) * 2.03f - 5.9f);

    private static float Ease(float t) => t * t * t * ((t * ((t * 6) - 15)) + 10);

    private float Slope(int x, int y, float dx, float dy)
    {
        var bits = Mix(x, y, 0);
        var gx = ((bits & 0xffff) * (2f / 65535f)) - 1;
        var gy = ((bits >> 16) * (2f / 65535f)) - 1;
        return (gx * dx) + (gy * dy);
    }

    private uint Mix(int x, int y, int z)
    {
        unchecked
        {
            var h = seed ^ ((uint)x * 0x9E3779B1u) ^ ((uint)y * 0x85EBCA77u) ^ ((uint)z * 0xC2B2AE3Du);
            h = (h ^ (h >> 15)) * 0x2C1B3C6Du;
            h = (h ^ (h >> 12)) * 0x297A2D39u;
            return h ^ (h >> 15);
        }
    }
}
