using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace VideoCreateAi.Studio.Rendering.Compositing;

/// <summary>Where the samples of one axis come from: for each output sample four neighbouring source samples
/// and their weights. Also laid out in groups of eight for the vector paths.</summary>
internal sealed class AxisTable
{
    public const int GroupSize = 8;

    // Two groups make one step of the widest path.
    private const int Padding = 2 * GroupSize;

    private int[] _base = [];
    private short[] _weights = [];
    private int[] _groupStart = [];
    private byte[] _shuffleFirst = [];
    private byte[] _shuffleLast = [];
    private short[] _weightsFirst = [];
    private short[] _weightsLast = [];
    private (double Origin, double Step, int SourceLength, int Length) _built;

    public int Length { get; private set; }

    /// <summary>Always even.</summary>
    public int Groups { get; private set; }

    /// <summary>Whether each group of eight reaches no further than 16 source samples.</summary>
    public bool FitsVectors { get; private set; }

    /// <summary>Index of the first of the four source samples, by output sample. Valid taps lie inside the source.</summary>
    public ReadOnlySpan<int> Base => _base;

    /// <summary>Four weights by output sample, summing to <see cref="TapWeights.One"/>.</summary>
    public ReadOnlySpan<short> Weights => _weights;

    public ReadOnlySpan<int> GroupStart => _groupStart;

    /// <summary>Where in the group's 16 samples the first two taps of each output sample are.</summary>
    public ReadOnlySpan<byte> ShuffleFirst => _shuffleFirst;

    public ReadOnlySpan<byte> ShuffleLast => _shuffleLast;

    /// <summary>Weights of the first two taps, for two groups at a time: the lower four samples of both, then the upper four.</summary>
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

        // Both chroma planes ask for the same, and a pan asks for the same rows in every frame.
        if (_built == (origin, step, sourceLength, length))
        {
            return;
        }

        _built = (origin, step, sourceLength, length);
        Length = length;
        var padded = (length + Padding - 1) / Padding * Padding;
        Groups = padded / GroupSize;
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

        BuildSamples(origin, step, sourceLength, padded);
        BuildGroups();
    }

    // In pairs of weights, within the order of WeightsFirst.
    private static int PlaceOf(int sample) => (sample & ~15) | ((sample & 4) << 1) | ((sample & 8) >> 1) | (sample & 3);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void BuildSamples(double origin, double step, int sourceLength, int padded)
    {
        var weights = MemoryMarshal.Cast<short, ulong>(_weights.AsSpan(0, padded * 4));
        for (var i = 0; i < padded; i++)
        {
            // What pads the last group repeats the last sample, so that it stays inside the window.
            var (whole, packed) = TapWeights.At(origin + step * Math.Min(i, Length - 1));
            var start = Math.Clamp(whole - 1, 0, sourceLength - 4);
            _base[i] = start;
            weights[i] = start == whole - 1 ? packed : TapWeights.AtEdge(packed, whole - 1 - start, sourceLength - 1 - start);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void BuildGroups()
    {
        var pairs = MemoryMarshal.Cast<short, uint>(_weights.AsSpan());
        var first = MemoryMarshal.Cast<short, uint>(_weightsFirst.AsSpan());
        var last = MemoryMarshal.Cast<short, uint>(_weightsLast.AsSpan());
        FitsVectors = true;
        for (var group = 0; group < Groups; group++)
        {
            var start = _base[group * GroupSize];
            _groupStart[group] = start;
            for (var i = group * GroupSize; i < (group + 1) * GroupSize; i++)
            {
                var offset = _base[i] - start;
                if (offset > 12)
                {
                    FitsVectors = false;
                    return;
                }

                _shuffleFirst[i * 2] = (byte)offset;
                _shuffleFirst[i * 2 + 1] = (byte)(offset + 1);
                _shuffleLast[i * 2] = (byte)(offset + 2);
                _shuffleLast[i * 2 + 1] = (byte)(offset + 3);
                var at = PlaceOf(i);
                first[at] = pairs[i * 2];
                last[at] = pairs[i * 2 + 1];
            }
        }
    }
}
