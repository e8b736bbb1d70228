using System.Runtime.CompilerServices;

namespace VideoCreateAi.Studio.Audio;

/// <summary>Makes sound louder and keeps every point of its curve below a ceiling. It looks ahead, so that it turns down
/// before a peak and not at it.</summary>
/// <param name="gain">A factor.</param>
/// <param name="ceiling">Full scale = 1.</param>
internal sealed class PeakLimiter(double gain, double ceiling)
{
    private const int LookAhead = SoundFormat.SampleRate * 5 / 1000;

    private const int Delay = LookAhead + Oversampling.Before;

    private const int LineLength = 8192;

    // Below this share of the ceiling the curve between two samples cannot reach it.
    private const float Worth = 0.5f;

    // Slow enough not to bend the waves of a bass, fast enough not to be heard as pumping.
    private static readonly double s_release = 1 - Math.Exp(-1.0 / (0.12 * SoundFormat.SampleRate));

    private readonly float _gain = (float)gain;

    private readonly float _ceiling = (float)ceiling;

    private readonly Line _left = new();

    private readonly Line _right = new();

    // Gains below 1 that the samples ahead need, in order of time and rising: the first is the least.
    private readonly (long At, float Gain)[] _needs = new (long, float)[LookAhead + 2];

    private readonly double[] _recent = [.. Enumerable.Repeat(1.0, LookAhead)];

    private int _firstNeed;

    private int _needCount;

    private double _recentSum = LookAhead;

    private double _now = 1;

    private long _taken;

    /// <summary>As many samples come out as go in, but for the first few, which are held back.</summary>
    /// <param name="output">At least as long as the input.</param>
    /// <returns>How much of the output was filled.</returns>
    public int Process(ReadOnlySpan<float> interleaved, Span<float> output)
    {
        var filled = 0;
        for (var i = 0; i + 1 < interleaved.Length; i += 2)
        {
            if (Step(interleaved[i] * _gain, interleaved[i + 1] * _gain) is var (left, right) && ++_taken > Delay)
            {
                output[filled++] = left;
                output[filled++] = right;
            }
        }

        return filled;
    }

    /// <summary>What was held back.</summary>
    public float[] Finish()
    {
        var output = new float[2 * Delay];
        return output[..Process(new float[2 * Delay], output)];
    }

    // From the first call on as fast as it gets: a mix is over before the runtime would find out that this is worth it.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private (float Left, float Right) Step(float left, float right)
    {
        _left.Add(left);
        _right.Add(right);
        var center = _taken - Oversampling.Before;
        Need(center, Math.Max(_left.Peak(_ceiling * Worth), _right.Peak(_ceiling * Worth)));

        var played = center - LookAhead;
        if (_needCount > 0 && _needs[_firstNeed].At < played)
        {
            _firstNeed = (_firstNeed + 1) % _needs.Length;
            _needCount--;
        }

        var least = _needCount > 0 ? _needs[_firstNeed].Gain : 1;
        _now = Math.Min(least, _now + ((1 - _now) * s_release));
        ref var oldest = ref _recent[(int)(_taken % LookAhead)];
        _recentSum += _now - oldest;
        oldest = _now;
        var smooth = (float)Math.Min(1, _recentSum / LookAhead);
        return (_left.Played * smooth, _right.Played * smooth);
    }

    private void Need(long at, float peak)
    {
        if (peak <= _ceiling)
        {
            return;
        }

        var need = _ceiling / peak;
        while (_needCount > 0 && _needs[(_firstNeed + _needCount - 1) % _needs.Length].Gain >= need)
        {
            _needCount--;
        }

        _needs[(_firstNeed + _needCount) % _needs.Length] = (at, need);
        _needCount++;
    }

    /// <summary>The last samples of a channel in one piece.</summary>
    private sealed class Line
    {
        private const int Kept = Delay + Oversampling.Taps;

        private readonly float[] _samples = new float[LineLength];

        private int _end = Kept;

        /// <summary>The sample whose turn it is.</summary>
        public float Played => _samples[_end - 1 - Delay];

        public void Add(float sample)
        {
            if (_end == LineLength)
            {
                Array.Copy(_samples, LineLength - Kept, _samples, 0, Kept);
                _end = Kept;
            }

            _samples[_end++] = sample;
        }

        /// <summary>The highest point of the curve from the newest sample with enough others behind it up to the next.</summary>
        /// <param name="worth">Where both are lower it is not looked at between them.</param>
        public float Peak(float worth)
        {
            var center = _end - 1 - Oversampling.Before;
            var peak = Math.Max(Math.Abs(_samples[center]), Math.Abs(_samples[center + 1]));
            return peak < worth ? peak : Math.Max(peak, Oversampling.Between(_samples.AsSpan(center - Oversampling.Before + 1, Oversampling.Taps)));
        }
    }
}
