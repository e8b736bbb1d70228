namespace VideoCreateAi.Studio.Rendering.Compositing;

/// <summary>Where the samples of one axis come from: for each output sample four neighbouring source samples
/// and their Catmull-Rom weights. Also laid out in groups of eight for the vector paths.</summary>
internal sealed class AxisTable
{
    public const int WeightBits = 12;
    public const int One = 1 << WeightBits;
    public const int GroupSize = 8;

    private int[] _base = [];
    private short[] _weights = [];
    private int[] _groupStart = [];
    private byte[] _shuffleFirst = [];
    private byte[] _shuffleLast = [];
    private short[] _weightsFirst = [];
    private short[] _weightsLast = [];

    public int Length { get; private set; }

    public int Groups { get; private set; }

    /// <summary>Whether each group of eight reaches no further than 16 source samples.</summary>
    public bool FitsVectors { get; private set; }

    /// <summary>Index of the first of the four source samples, by output sample. Valid taps lie inside the source.</summary>
    public ReadOnlySpan<int> Base => _base;

    /// <summary>Four weights by output sample, summing to <see cref="One"/>.</summary>
    public ReadOnlySpan<short> Weights => _weights;

    public ReadOnlySpan<int> GroupStart => _groupStart;

    public ReadOnlySpan<byte> ShuffleFirst => _shuffleFirst;

    public ReadOnlySpan<byte> ShuffleLast => _shuffleLast;

    public ReadOnlySpan<short> WeightsFirst => _weightsFirst;

    public ReadOnlySpan<short> WeightsLast => _weightsLast;

    /// <param name="origin">Source coordinate of output sample 0; sample centres lie on whole numbers.</param>
    /// <param name="step">Source samples per output sample, above 0.</param>
    public void Build(double origin, double step, int sourceLength, int length)
    {
        if (sourceLength < 4)
        {
            throw new ArgumentOutOfRangeException(nameof(sourceLength), sourceLength, "At least 4 source samples are needed.");
        }

        Length = length;
        Groups = (length + GroupSize - 1) / GroupSize;
        var padded = Groups * GroupSize;
        if (_base.Length < padded)
        {
            _base = new int[padded];
            _weights = new short[padded * 4];
            _groupStart = new int[Groups];
            _shuffleFirst = new byte[padded * 2];
            _shuffleLast = new byte[padded * 2];
            _weightsFirst = new short[padded * 2];
            _weightsLast = new short[padded * 2];
        }

        for (var i = 0; i < padded; i++)
        {
            // What pads the last group repeats the last sample, so that it stays inside the window.
            BuildSample(i, origin + step * Math.Min(i, length - 1), sourceLength);
        }

        FitsVectors = true;
        for (var group = 0; group < Groups; group++)
        {
            BuildGroup(group);
        }
    }

    private void BuildSample(int index, double position, int sourceLength)
    {
        var whole = (int)Math.Floor(position);
        var f = position - whole;
        Span<double> exact =
        [
            ((-0.5 * f + 1) * f - 0.5) * f,
            (1.5 * f - 2.5) * f * f + 1,
            ((-1.5 * f + 2) * f + 0.5) * f,
            (0.5 * f - 0.5) * f * f,
        ];
        var start = Math.Clamp(whole - 1, 0, sourceLength - 4);
        var weights = _weights.AsSpan(index * 4, 4);
        weights.Clear();
        var sum = 0;
        for (var tap = 0; tap < 4; tap++)
        {
            // A tap outside the picture counts for the sample at the edge.
            var offset = Math.Clamp(whole - 1 + tap, 0, sourceLength - 1) - start;
            var weight = (short)Math.Round(exact[tap] * One);
            weights[Math.Clamp(offset, 0, 3)] += weight;
            sum += weight;
        }

        var heaviest = 0;
        for (var tap = 1; tap < 4; tap++)
        {
            heaviest = weights[tap] > weights[heaviest] ? tap : heaviest;
        }

        weights[heaviest] += (short)(One - sum);
        _base[index] = start;
    }

    private void BuildGroup(int group)
    {
        var first = group * GroupSize;
        var start = _base[first];
        _groupStart[group] = start;
        for (var i = 0; i < GroupSize; i++)
        {
            var offset = _base[first + i] - start;
            if (offset > 12)
            {
                FitsVectors = false;
                return;
            }

            var at = (first + i) * 2;
            _shuffleFirst[at] = (byte)offset;
            _shuffleFirst[at + 1] = (byte)(offset + 1);
            _shuffleLast[at] = (byte)(offset + 2);
            _shuffleLast[at + 1] = (byte)(offset + 3);
            _weights.AsSpan((first + i) * 4, 2).CopyTo(_weightsFirst.AsSpan(at));
            _weights.AsSpan((first + i) * 4 + 2, 2).CopyTo(_weightsLast.AsSpan(at));
        }
    }
}
