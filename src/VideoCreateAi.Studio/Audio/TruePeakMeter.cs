using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace VideoCreateAi.Studio.Audio;

/// <summary>Finds the highest point of the curve through the samples of both channels.</summary>
internal sealed class TruePeakMeter
{
    // What lies this far below the highest so far cannot hold a higher one between two samples.
    private const float Worth = 0.5f;

    private const int Kept = Oversampling.Taps - 1;

    private readonly Channel[] _channels = [new(), new()];

    /// <summary>Full scale = 1.</summary>
    public float Highest { get; private set; }

    public void Add(ReadOnlySpan<float> interleaved)
    {
        for (var channel = 0; channel < _channels.Length; channel++)
        {
            Scan(_channels[channel].Take(interleaved, channel));
        }
    }

    // From the first call on as fast as it gets: a mix is over before the runtime would find out that this is worth it.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Scan(ReadOnlySpan<float> samples)
    {
        const int Stretch = 64;
        for (var from = 0; from + Oversampling.Taps <= samples.Length; from += Stretch)
        {
            var to = Math.Min(from + Stretch, samples.Length - Kept);
            var around = samples[(from + Oversampling.Before - 1)..(to + Oversampling.Before)];
            var peak = Peak(around);
            Highest = Math.Max(Highest, peak);
            for (var i = from; peak > Highest * Worth && i < to; i++)
            {
                if (Math.Max(Math.Abs(samples[i + Oversampling.Before - 1]), Math.Abs(samples[i + Oversampling.Before])) > Highest * Worth)
                {
                    Highest = Math.Max(Highest, Oversampling.Between(samples.Slice(i, Oversampling.Taps)));
                }
            }
        }
    }

    private static float Peak(ReadOnlySpan<float> samples)
    {
        var vectors = MemoryMarshal.Cast<float, Vector<float>>(samples);
        var highest = Vector<float>.Zero;
        foreach (var vector in vectors)
        {
            highest = Vector.Max(highest, Vector.Abs(vector));
        }

        float peak = 0;
        for (var lane = 0; lane < Vector<float>.Count; lane++)
        {
            peak = Math.Max(peak, highest[lane]);
        }

        foreach (var sample in samples[(vectors.Length * Vector<float>.Count)..])
        {
            peak = Math.Max(peak, Math.Abs(sample));
        }

        return peak;
    }

    private sealed class Channel
    {
        // Before the first sample there is silence.
        private float[] _samples = new float[Kept];

        private int _length = Kept;

        /// <summary>The end of what came before, then the channel's samples.</summary>
        public ReadOnlySpan<float> Take(ReadOnlySpan<float> interleaved, int channel)
        {
            var frames = interleaved.Length / 2;
            var samples = _samples.Length >= Kept + frames ? _samples : new float[Kept + frames];
            Array.Copy(_samples, _length - Kept, samples, 0, Kept);
            for (var i = 0; i < frames; i++)
            {
                samples[Kept + i] = interleaved[(2 * i) + channel];
            }

            (_samples, _length) = (samples, Kept + frames);
            return samples.AsSpan(0, _length);
        }
    }
}
