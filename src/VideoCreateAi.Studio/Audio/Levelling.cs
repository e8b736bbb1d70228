namespace VideoCreateAi.Studio.Audio;

/// <summary>Brings sound to a loudness, its peaks below a ceiling.</summary>
internal static class Levelling
{
    /// <summary>LUFS. What is below is silence with its noise, and stays what it is.</summary>
    public const double Silence = -60;

    // Limiting takes loudness away; each round gives back what the one before lost.
    private const int Rounds = 4;

    private const double Tolerance = 0.3;

    // Dry clicks cannot be loud and low at once: further than this they are not pressed against the ceiling.
    private const double MostPressed = 14;

    /// <summary>Writes a 16-bit WAV.</summary>
    /// <param name="samples">Its exact length.</param>
    /// <param name="target">LUFS.</param>
    /// <param name="ceiling">dBTP.</param>
    public static void Write(string from, string to, long samples, double target, double ceiling, CancellationToken cancellationToken)
    {
        var raw = LoudnessMeter.Measure(Pieces(from, cancellationToken));
        var needed = raw.Integrated < Silence ? 0 : target - raw.Integrated;
        var gain = needed;
        for (var round = 0; round < Rounds; round++)
        {
            var isFree = raw.TruePeak + gain <= ceiling;
            var written = Write(from, to, samples, gain, isFree ? null : ceiling, cancellationToken);
            var off = target - written.Integrated;
            if (isFree || raw.Integrated < Silence || Math.Abs(off) <= Tolerance || gain >= needed + MostPressed)
            {
                return;
            }

            gain = Math.Min(gain + off, needed + MostPressed);
        }
    }

    private static Loudness Write(string from, string to, long samples, double gain, double? ceiling, CancellationToken cancellationToken)
    {
        var meter = new LoudnessMeter();
        using var file = new WaveWriter(to, samples);
        var limiter = ceiling is { } limit ? new PeakLimiter(Linear(gain), Linear(limit)) : null;
        var output = Array.Empty<float>();
        foreach (var piece in Pieces(from, cancellationToken))
        {
            if (limiter is null)
            {
                Scale(piece, (float)Linear(gain));
                Finished(piece);
                continue;
            }

            output = output.Length < piece.Length ? new float[piece.Length] : output;
            Finished(output.AsSpan(0, limiter.Process(piece, output)));
        }

        if (limiter is not null)
        {
            Finished(limiter.Finish());
        }

        return meter.Result();

        void Finished(ReadOnlySpan<float> sound)
        {
            meter.Add(sound);
            file.Write(sound);
        }
    }

    private static IEnumerable<float[]> Pieces(string path, CancellationToken cancellationToken)
    {
        foreach (var piece in WaveFile.Read(path))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return piece;
        }
    }

    private static void Scale(Span<float> samples, float factor)
    {
        for (var i = 0; i < samples.Length; i++)
        {
            samples[i] *= factor;
        }
    }

    private static double Linear(double decibels) => Math.Pow(10, decibels / 20);
}
