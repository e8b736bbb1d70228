using System.Buffers.Binary;
using System.Text;
using VideoCreateAi.Studio.Director.Spans;

namespace VideoCreateAi.Training.Spans;

/// <summary>Writes what <see cref="SpanModel"/> reads.</summary>
internal static class SpanModelFile
{
    // Features that weigh less are noise of the training.
    private const int Most = 220_000;

    public static byte[] Of(IReadOnlyList<SpanExample> examples, string digest)
    {
        var trained = SpanTrainer.Of(examples);
        var kept = trained.Rows
            .Select(row => (Feature: row.Key, Row: row.Value, Weight: Largest(trained.Weights, row.Value)))
            .OrderByDescending(row => row.Weight).ThenBy(row => row.Feature).Take(Most).OrderBy(row => row.Feature).ToList();
        var step = kept.Max(row => row.Weight) / sbyte.MaxValue;
        using var file = new MemoryStream();
        Span<byte> four = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(four, SpanModel.Magic);
        file.Write(four);
        BinaryPrimitives.WriteSingleLittleEndian(four, step);
        file.Write(four);
        var name = Encoding.UTF8.GetBytes(digest);
        WriteNumber(file, (uint)name.Length);
        file.Write(name);
        WriteNumber(file, (uint)kept.Count);
        var last = 0u;
        foreach (var (feature, _, _) in kept)
        {
            WriteNumber(file, feature - last);
            last = feature;
        }

        foreach (var (_, row, _) in kept)
        {
            for (var label = 0; label < SpanModel.Labels; label++)
            {
                file.WriteByte((byte)(sbyte)Math.Round(trained.Weights[row + label] / step));
            }
        }

        return file.ToArray();
    }

    private static float Largest(IReadOnlyList<float> weights, int row) => Enumerable.Range(row, SpanModel.Labels).Max(at => Math.Abs(weights[at]));

    private static void WriteNumber(MemoryStream file, uint number)
    {
        for (; number >= 0x80; number >>= 7)
        {
            file.WriteByte((byte)(number | 0x80));
        }

        file.WriteByte((byte)number);
    }
}
