namespace VideoCreateAi.Studio.Audio;

/// <summary>Measures loudness as ITU-R BS.1770-4 defines it, for 48 kHz stereo.</summary>
internal sealed class LoudnessMeter
{
    private const double AbsoluteGate = -70;

    private const double RelativeGate = -10;

    // A block is 400 ms and begins every 100 ms.
    private const int StepSamples = SoundFormat.SampleRate / 10;

    private const int StepsPerBlock = 4;

    private readonly Filter[] _shelf = [Filter.HighShelf(), Filter.HighShelf()];

    private readonly Filter[] _highPass = [Filter.HighPass(), Filter.HighPass()];

    private readonly PeakOversampler[] _peaks = [new(), new()];

    private readonly List<double> _steps = [];

    private double _stepEnergy;

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
        for (var i = 0; i + 1 < interleaved.Length; i += 2)
        {
            for (var channel = 0; channel < 2; channel++)
            {
                var sample = interleaved[i + channel];
                _peaks[channel].Add(sample);
                var weighted = _highPass[channel].Next(_shelf[channel].Next(sample));
                _stepEnergy += weighted * weighted;
            }

            if (++_inStep == StepSamples)
            {
                _steps.Add(_stepEnergy / StepSamples);
                (_stepEnergy, _inStep) = (0, 0);
            }
        }
    }

    public Loudness Result() =>
        new(Integrated(), 20 * Math.Log10(Math.Max(_peaks[0].Highest, _peaks[1].Highest)));

    private double Integrated()
    {
        var blocks = new List<double>();
        for (var i = 0; i + StepsPerBlock <= _steps.Count; i++)
        {
            blocks.Add((_steps[i] + _steps[i + 1] + _steps[i + 2] + _steps[i + 3]) / StepsPerBlock);
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
        private double _z1;

        private double _z2;

        public static Filter HighShelf() =>
            new(1.53512485958697, -2.69169618940638, 1.19839281085285, -1.69065929318241, 0.73248077421585);

        public static Filter HighPass() => new(1, -2, 1, -1.99004745483398, 0.99007225036621);

        public double Next(double input)
        {
            var output = (b0 * input) + _z1;
            _z1 = (b1 * input) - (a1 * output) + _z2;
            _z2 = (b2 * input) - (a2 * output);
            return output;
        }
    }

    /// <summary>Looks for the highest point of the curve through the samples, at four times the rate.</summary>
    private sealed class PeakOversampler
    {
        private const int Phases = 4;

        private const int Taps = 12;

        private static readonly double[][] s_phases = [.. Enumerable.Range(0, Phases).Select(Phase)];

        private readonly double[] _history = new double[Taps];

        private int _at;

        public double Highest { get; private set; }

        public void Add(float sample)
        {
            _history[_at] = sample;
            _at = (_at + 1) % Taps;
            Highest = Math.Max(Highest, Math.Abs(sample));

            // The curve is looked at between the two middle samples, and small ones cannot hold the peak.
            if (Math.Abs(Middle(0)) < Highest * 0.5 && Math.Abs(Middle(1)) < Highest * 0.5)
            {
                return;
            }

            foreach (var phase in s_phases)
            {
                double value = 0;
                for (var tap = 0; tap < Taps; tap++)
                {
                    value += phase[tap] * _history[(_at + tap) % Taps];
                }

                Highest = Math.Max(Highest, Math.Abs(value));
            }
        }

        private double Middle(int offset) => _history[(_at + (Taps / 2) - 1 + offset) % Taps];

        // A windowed sinc at the offset of that phase.
        private static double[] Phase(int phase)
        {
            var taps = new double[Taps];
            for (var tap = 0; tap < Taps; tap++)
            {
                var x = tap - (Taps / 2) + 1 - (phase / (double)Phases);
                var sinc = x == 0 ? 1 : Math.Sin(Math.PI * x) / (Math.PI * x);
                var window = 0.5 + (0.5 * Math.Cos(Math.PI * x / ((Taps / 2) + 0.5)));
                taps[tap] = sinc * window;
            }

            var sum = taps.Sum();
            return [.. taps.Select(value => value / sum)];
        }
    }
}
