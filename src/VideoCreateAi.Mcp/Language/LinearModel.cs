using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace VideoCreateAi.Mcp.Language;

/// <summary>Linear classifiers over hashed features, all labels in one table. What it says of a text depends on nothing but the file.</summary>
internal sealed class LinearModel
{
    /// <summary>The format: "VLM1".</summary>
    public const uint Magic = 0x314D4C56;

    // Long texts have more features: without this they would only by their length be surer than short ones.
    private const float Reach = 10;

    private readonly string[] _labels;
    private readonly float[] _bias;
    private readonly float[] _step;

    // A feature and its row behind one another: they are fetched from memory at once. The row is counted from 1, 0 is an empty slot.
    private readonly (uint Feature, int Row)[] _slots;
    private readonly sbyte[] _weights;

    private LinearModel(string[] labels, float[] bias, float[] step, uint[] features, sbyte[] weights, string digest)
    {
        (_labels, _bias, _step, _weights, Digest) = (labels, bias, step, weights, digest);
        var size = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(4, features.Length * 2));
        _slots = new (uint, int)[size];
        for (var row = 0; row < features.Length; row++)
        {
            var at = (int)(features[row] & (size - 1));
            while (_slots[at].Row != 0)
            {
                at = (at + 1) & (size - 1);
            }

            _slots[at] = (features[row], row + 1);
        }
    }

    public IReadOnlyList<string> Labels => _labels;

    /// <summary>Tells which data it was made of.</summary>
    public string Digest { get; }

    /// <summary>Reads an embedded file.</summary>
    public static LinearModel Load(string resource)
    {
        using var stream = typeof(LinearModel).Assembly.GetManifestResourceStream(resource)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return Read(bytes);
    }

    /// <param name="bytes">Magic; digest and labels as a length and UTF-8; for every label bias and step; the number of features;
    /// their hashes in ascending order, each as its distance to the one before in groups of seven bits; then a row of weights each.</param>
    public static LinearModel Read(ReadOnlySpan<byte> bytes)
    {
        if (BinaryPrimitives.ReadUInt32LittleEndian(bytes) != Magic)
        {
            throw new InvalidDataException("This is no model.");
        }

        var at = 4;
        var digest = ReadText(bytes, ref at);
        var labels = ReadText(bytes, ref at).Split(' ');
        var (bias, step) = (new float[labels.Length], new float[labels.Length]);
        for (var label = 0; label < labels.Length; label++)
        {
            bias[label] = BinaryPrimitives.ReadSingleLittleEndian(bytes[at..]);
            step[label] = BinaryPrimitives.ReadSingleLittleEndian(bytes[(at + 4)..]);
            at += 8;
        }

        var features = new uint[ReadNumber(bytes, ref at)];
        var last = 0u;
        for (var i = 0; i < features.Length; i++)
        {
            last += ReadNumber(bytes, ref at);
            features[i] = last;
        }

        var weights = MemoryMarshal.Cast<byte, sbyte>(bytes.Slice(at, features.Length * labels.Length)).ToArray();
        return new LinearModel(labels, bias, step, features, weights, digest);
    }

    /// <summary>The log odds of every label.</summary>
    public void Score(ReadOnlySpan<uint> features, Span<float> scores)
    {
        var width = _labels.Length;
        Span<int> sums = stackalloc int[width];
        foreach (var feature in features)
        {
            var row = RowOf(feature);
            if (row < 0)
            {
                continue;
            }

            var weights = _weights.AsSpan(row * width, width);
            for (var label = 0; label < width; label++)
            {
                sums[label] += weights[label];
            }
        }

        var value = ValueOf(features.Length);
        for (var label = 0; label < width; label++)
        {
            scores[label] = _bias[label] + (sums[label] * _step[label] * value);
        }
    }

    /// <summary>What one feature counts among so many.</summary>
    public static float ValueOf(int features) => features == 0 ? 0 : Reach / MathF.Sqrt(features);

    private int RowOf(uint feature)
    {
        var mask = _slots.Length - 1;
        for (var at = (int)(feature & mask); ; at = (at + 1) & mask)
        {
            var (known, row) = _slots[at];
            if (row == 0 || known == feature)
            {
                return row - 1;
            }
        }
    }

    private static string ReadText(ReadOnlySpan<byte> bytes, ref int at)
    {
        var length = (int)ReadNumber(bytes, ref at);
        at += length;
        return Encoding.UTF8.GetString(bytes.Slice(at - length, length));
    }

    private static uint ReadNumber(ReadOnlySpan<byte> bytes, ref int at)
    {
        var number = 0u;
        for (var shift = 0; ; shift += 7)
        {
            var group = bytes[at++];
            number |= (uint)(group & 0x7F) << shift;
            if (group < 0x80)
            {
                return number;
            }
        }
    }
}
