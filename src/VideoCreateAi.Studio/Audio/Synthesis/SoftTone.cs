namespace VideoCreateAi.Studio.Audio.Synthesis;

/// <summary>Plays one note of a pitched patch.</summary>
internal static class SoftTone
{
    private const double Rate = SoundFormat.SampleRate;

    // Below this nobody hears it: −66 dB.
    private const double Silence = 0.0005;

    /// <summary>Adds a note to a voice's mono track, from <paramref name="start"/> on.</summary>
    /// <param name="held">Samples until it is let go.</param>
    public static void Add(SoftPatch patch, Span<float> track, int start, int held, double frequency, double amplitude)
    {
        var phase = 0.37;
        var second = 0.11;
        double filtered = 0;
        double smoothed = 0;
        var cutoff = Math.Min(frequency * patch.Brightness, Rate * 0.4);
        var smoothing = 1 - Math.Exp(-2 * Math.PI * cutoff / Rate);
        var falling = patch.Decay == 0 ? 1 : Math.Exp(-1 / (patch.Decay * DecayScale(frequency) * Rate));
        var released = Math.Exp(-1 / (patch.Release * Rate));
        var attack = Math.Max(1, patch.Attack * Rate);
        double level = 1;
        for (var i = 0; start + i < track.Length; i++)
        {
            level *= i < held ? falling : released;
            if (level < Silence)
            {
                return;
            }

            // A slight vibrato keeps held notes alive.
            var shake = patch.Decay == 0 ? 1 + (0.0018 * Math.Sin(2 * Math.PI * 4.8 * i / Rate) * Math.Min(1, i / (0.4 * Rate))) : 1;
            var step = frequency * shake / Rate;
            phase = Wrap(phase + step);
            second = Wrap(second + (step * 1.0045));
            var value = patch.Wave switch
            {
                SoftWave.Harmonics => Harmonics(phase, patch.Brightness, i / Rate, frequency),
                SoftWave.Bell => Math.Sin(2 * Math.PI * (phase + (0.16 * patch.Brightness * level * Math.Sin(2 * Math.PI * 4 * phase)))),
                SoftWave.Saw => (Saw(phase, step) + Saw(second, step)) * 0.5,
                _ => (0.8 * Math.Sin(2 * Math.PI * phase)) + (0.35 * Saw(phase, step)),
            };
            if (patch.Wave is SoftWave.Saw or SoftWave.Deep)
            {
                filtered += smoothing * (value - filtered);
                smoothed += smoothing * (filtered - smoothed);
                value = smoothed;
            }

            var rise = i < attack ? i / attack : 1;
            track[start + i] += (float)(value * level * rise * amplitude * patch.Gain);
        }
    }

    // High strings ring shorter.
    private static double DecayScale(double frequency) => Math.Clamp(Math.Sqrt(330 / frequency), 0.45, 2);

    private static double Harmonics(double phase, double brightness, double seconds, double frequency)
    {
        double sum = 0;
        var count = Math.Min((int)brightness, (int)(Rate * 0.4 / frequency));
        for (var harmonic = 1; harmonic <= count; harmonic++)
        {
            var fade = 1 / (1 + (seconds * (harmonic - 1) * 2.2));
            sum += Math.Sin(2 * Math.PI * harmonic * phase) * fade / (harmonic * Math.Sqrt(harmonic));
        }

        return sum;
    }

    // The step of a plain saw would alias; a parabola on both sides of it rounds it off (PolyBLEP).
    private static double Saw(double phase, double step)
    {
        var value = (2 * phase) - 1;
        if (phase < step)
        {
            var t = phase / step;
            value -= t + t - (t * t) - 1;
        }
        else if (phase > 1 - step)
        {
            var t = (phase - 1) / step;
            value -= (t * t) + t + t + 1;
        }

        return value;
    }

    private static double Wrap(double phase) => phase >= 1 ? phase - 1 : phase;
}
