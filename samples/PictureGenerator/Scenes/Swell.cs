using VideoCreateAi.Samples.PictureGenerator.Light;

namespace VideoCreateAi.Samples.PictureGenerator.Scenes;

/// <summary>Wind waves as a sum of sharpened trains of every length; metres.</summary>
internal sealed class Swell
{
    private const int Trains = 44;
    private const int Carriers = 18;
    private const float Longest = 17;
    private const float Shortest = 0.16f;
    private const float Sharpness = 1.1f;

    private readonly Train[] _trains = new Train[Trains];
    private readonly Noise _gusts = new(51);

    public Swell()
    {
        var chance = new Noise(52);
        for (var i = 0; i < Trains; i++)
        {
            var share = i / (Trains - 1f);
            var length = Longest * MathF.Pow(Shortest / Longest, share) * (0.85f + (0.3f * chance.At(i, 1)));
            var heading = -1.75f + ((chance.At(i, 2) - 0.5f) * (1.1f + (1.7f * share)));
            var number = MathF.Tau / length;
            var steepness = 0.062f * (0.6f + (0.8f * chance.At(i, 3)));
            _trains[i] = new Train(
                MathF.Cos(heading) * number, MathF.Sin(heading) * number, chance.At(i, 4) * MathF.Tau, steepness / number, length);
        }
    }

    /// <summary>Height of the long waves, which hide one another; what is shorter than <paramref name="grain"/> is left out.</summary>
    public float Height(float x, float z, float grain)
    {
        var bend = _gusts.Smooth(x * 0.05f, z * 0.05f) * 1.7f;
        var sum = 0f;
        for (var i = 0; i < Carriers; i++)
        {
            var train = _trains[i];
            var seen = Seen(train.Length, grain);
            if (seen > 0)
            {
                sum += train.Amplitude * seen * (MathF.Exp(Sharpness * (MathF.Sin(Phase(train, x, z, bend)) - 1)) - 0.42f);
            }
        }

        return sum;
    }

    /// <summary>Slopes of all waves that can be seen from here, and how much the rest roughen the water.</summary>
    public (float X, float Z, float Roughness) Slopes(float x, float z, float grain)
    {
        var bend = _gusts.Smooth(x * 0.05f, z * 0.05f) * 1.7f;
        var gust = 0.7f + (0.5f * _gusts.Fractal(x * 0.021f + 7, z * 0.021f, 3));
        float slopeX = 0, slopeZ = 0, hidden = 0;
        foreach (var train in _trains)
        {
            var seen = Seen(train.Length, grain);
            var strength = train.Amplitude * (train.Length < 2 ? gust : 1);
            if (seen > 0)
            {
                var (sin, cos) = MathF.SinCos(Phase(train, x, z, bend));
                var slope = strength * seen * Sharpness * cos * MathF.Exp(Sharpness * (sin - 1));
                slopeX += slope * train.NumberX;
                slopeZ += slope * train.NumberZ;
            }

            hidden += strength * strength * ((train.NumberX * train.NumberX) + (train.NumberZ * train.NumberZ)) * (1 - seen) * 0.25f;
        }

        return (slopeX, slopeZ, MathF.Sqrt(hidden));
    }

    private static float Seen(float length, float grain) => Curves.Step(1.2f, 3.5f, length / grain);

    private static float Phase(Train train, float x, float z, float bend)
        => (train.NumberX * x) + (train.NumberZ * z) + train.Offset + (bend * (1 + (4 / (train.Length + 2))));

    private readonly record struct Train(float NumberX, float NumberZ, float Offset, float Amplitude, float Length);
}
