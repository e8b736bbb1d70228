using VideoCreateAi.Studio.Audio;

namespace VideoCreateAi.UnitTests.Studio.Audio;

/// <summary>A WAV as numbers.</summary>
internal sealed class Listening(string path)
{
    private readonly float[] _samples = [.. WaveFile.Read(path).SelectMany(piece => piece)];

    public long Length => _samples.Length / 2;

    public Loudness Loudness => LoudnessMeter.Measure([_samples]);

    /// <summary>Root mean square of the left channel, dBFS.</summary>
    public double Level(double from, double to)
    {
        var (start, end) = (At(from), At(to));
        double sum = 0;
        for (var i = start; i < end; i++)
        {
            sum += _samples[2 * i] * (double)_samples[2 * i];
        }

        return 10 * Math.Log10(Math.Max(1e-12, sum / (end - start)));
    }

    /// <summary>Seconds at which the left channel first goes beyond a value.</summary>
    public double FirstAbove(double value)
    {
        for (var i = 0; i < Length; i++)
        {
            if (Math.Abs(_samples[2 * i]) > value)
            {
                return i / (double)SoundFormat.SampleRate;
            }
        }

        return double.NaN;
    }

    /// <summary>Times per second that the left channel goes up through zero.</summary>
    public double Pitch(double from, double to)
    {
        var crossings = 0;
        for (var i = At(from) + 1; i < At(to); i++)
        {
            crossings += _samples[2 * (i - 1)] < 0 && _samples[2 * i] >= 0 ? 1 : 0;
        }

        return crossings / (to - from);
    }

    /// <summary>Level of one frequency in the left channel, dBFS.</summary>
    public double Tone(double frequency, double from, double to)
    {
        var (start, end) = (At(from), At(to));
        double real = 0;
        double imaginary = 0;
        for (var i = start; i < end; i++)
        {
            var angle = 2 * Math.PI * frequency * i / SoundFormat.SampleRate;
            real += _samples[2 * i] * Math.Cos(angle);
            imaginary += _samples[2 * i] * Math.Sin(angle);
        }

        return 20 * Math.Log10(Math.Max(1e-6, 2 * Math.Sqrt((real * real) + (imaginary * imaginary)) / (end - start)));
    }

    private static int At(double seconds) => (int)Math.Round(seconds * SoundFormat.SampleRate);
}
