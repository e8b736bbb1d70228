using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace VideoCreateAi.Studio.Director.Spans;

/// <summary>The weights of a linear-chain conditional random field over hashed features.</summary>
internal sealed class SpanModel
{
    /// <summary>The format: "VSM1".</summary>
    public const uint Magic = 0x314D5356;

    public const int Labels = 4;

    private static readonly Lazy<SpanModel> s_shipped = new(Load);

    private readonly Dictionary<uint, int> _rows;
    private readonly sbyte[] _weights;
    private readonly float _step;

    private SpanModel(Dictionary<uint, int> rows, sbyte[] weights, float step, string digest) => (_rows, _weights, _step, Digest) = (rows, weights, step, digest);

    /// <summary>The one that the program carries.</summary>
    public static SpanModel Shipped => s_shipped.Value;

    /// <summary>Tells which data it was made of.</summary>
    public string Digest { get; }

    /// <param name="bytes">Magic; step; digest as a length and UTF-8; the number of features; their hashes in ascending order, each as its
    /// distance to the one before in groups of seven bits; then a row of weights each.</param>
    public static SpanModel Read(ReadOnlySpan<byte> bytes)
    {
        if (BinaryPrimitives.ReadUInt32LittleEndian(bytes) != Magic)
        {
            throw new InvalidDataException("This is no model.");
        }

        var step = BinaryPrimitives.ReadSingleLittleEndian(bytes[4..]);
        var at = 8;
        var digestLength = (int)ReadNumber(bytes, ref at);
        var digest = Encoding.UTF8.GetString(bytes.Slice(at, digestLength));
        at += digestLength;
        var count = (int)ReadNumber(bytes, ref at);
        var rows = new Dictionary<uint, int>(count);
        var last = 0u;
        for (var row = 0; row < count; row++)
        {
            last += ReadNumber(bytes, ref at);
            rows.Add(last, row * Labels);
        }

        return new SpanModel(rows, MemoryMarshal.Cast<byte, sbyte>(bytes.Slice(at, count * Labels)).ToArray(), step, digest);
    }

    /// <summary>Adds what the features say for each label.</summary>
    public void Score(ReadOnlySpan<uint> features, Span<float> scores)
    {
        foreach (var feature in features)
        {
            if (_rows.TryGetValue(feature, out var row))
            {
                for (var label = 0; label < Labels; label++)
                {
                    scores[label] += _weights[row + label] * _step;
                }
            }
        }
    }

    private static SpanModel Load()
    {
        using var stream = typeof(SpanModel).Assembly.GetManifestResourceStream("Director.Spans.spans.model")!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return Read(bytes);
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
