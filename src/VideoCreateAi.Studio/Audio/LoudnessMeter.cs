using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace VideoCreateAi.Studio.Audio;

/// <summary>Measures loudness as ITU-R BS.1770-4 defines it, for 48 kHz stereo.</summary>
internal sealed class LoudnessMeter
{
    private const double AbsoluteGate = -70;

    private const double RelativeGate = -10;

    // A block is 400 ms and begins every 100 ms.
    private const int StepSamples = SoundFormat.SampleRate / 10;

    private const int StepsPerBlock = 4;

    // Filters that ring out into numbers too small for the processor's fast path would take a hundred times as long.
    private const double Floor = 1e-20;

    private readonly Filter _shelf = Filter.HighShelf();

    private readonly Filter _highPass = Filter.HighPass();

    private readonly TruePeakMeter _peak = new();

    private readonly List<double> _steps = [];

    private Vector128<double> _stepEnergy;

    private int _inStep;

    public static Loudness Measure(IEnumerable<float[]> pieces)
    {
        var meter = new LoudnessMeter();
        foreach (var piece in pieces)
        {
            meter.Add(piece);
        }

        return meter.Result();
    }

    public void Add(ReadOnlySpan<float> interleaved)
    {
        _peak.Add(interleaved);
        while (interleaved.Length > 1)
        {
            var frames = Math.Min(interleaved.Length / 2, StepSamples - _inStep);
            AddEnergy(interleaved[..(2 * frames)]);
            interleaved = interleaved[(2 * frames)..];
            _inStep += frames;
            if (_inStep == StepSamples)
            {
                _steps.Add(Vector128.Sum(_stepEnergy) / StepSamples);
                (_stepEnergy, _inStep) = (Vector128<double>.Zero, 0);
            }
        }
    }

    public Loudness Result() => new(Integrated(), 20 * Math.Log10(_peak.Highest));

    // Both channels in the two lanes of a vector, and the filters' memory in registers.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddEnergy(ReadOnlySpan<float> interleaved)
    {
        var (shelf, highPass, energy) = (_shelf, _highPass, _stepEnergy);
        for (var i = 0; i + 1 < interleaved.Length; i += 2)
        {
            var weighted = highPass.Next(shelf.Next(Vector128.Create(interleaved[i] + Floor, interleaved[i + 1] + Floor)));
            energy += weighted * weighted;
        }

        _stepEnergy = energy;
    }

    private double Integrated()
    {
        var blocks = new List<double>();
        for (var i = 0; i + StepsPerBlock <= _steps.Count; i++)
        {
            blocks.Add((_steps[i] + _steps[i + 1] + _steps[i + 2] + _steps[i + 3]) / StepsPerBlock);
        }

        // Too short for a single block: all of it is one.
        if (blocks.Count == 0 && _steps.Count + _inStep > 0)
        {
            var samples = (_steps.Count * StepSamples) + _inStep;
            blocks.Add(((_steps.Sum() * StepSamples) + Vector128.Sum(_stepEnergy)) / samples);
        }

        var audible = blocks.Where(energy => ToLufs(energy) > AbsoluteGate).ToList();
        if (audible.Count == 0)
        {
            return double.NegativeInfinity;
        }

        var gate = ToLufs(audible.Average()) + RelativeGate;
        return ToLufs(audible.Where(energy => ToLufs(energy) > gate).Average());
    }

    private static double ToLufs(double energy) => -0.691 + (10 * Math.Log10(energy));

    /// <summary>A biquad with the coefficients that the recommendation prints for 48 kHz.</summary>
    private sealed class Filter(double b0, double b1, double b2, double a1, double a2)
    {
        private Vector128<double> _z1;

        private Vector128<double> _z2;

        public static Filter HighShelf() =>
            new(1.53512485958697, -2.69169618940638, 1.19839281085285, -1.69065929318241, 0.73248077421585);

        public static Filter HighPass() => new(1, -2, 1, -1.99004745483398, 0.99007225036621);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector128<double> Next(Vector128<double> input)
        {
            var output = (b0 * input) + _z1;
            _z1 = (b1 * input) - (a1 * output) + _z2;
            _z2 = (b2 * input) - (a2 * output);
            return output;
        }
    }
}
