using System.Buffers.Binary;
using System.Text;
using VideoCreateAi.Mcp.Language;

namespace VideoCreateAi.Training;

/// <summary>Writes what <see cref="LinearModel"/> reads.</summary>
internal static class ModelFile
{
    /// <param name="trained">With its weights.</param>
    /// <param name="labels">Their names in order.</param>
    /// <param name="digest">Of the data.</param>
    /// <param name="most">How many features to keep: those that weigh most.</param>
    public static byte[] Of(Trainer trained, IReadOnlyList<string> labels, string digest, int most)
    {
        var kept = trained.Rows.Keys
            .Select(feature => (Feature: feature, Weight: Largest(trained.RowOf(feature))))
            .OrderByDescending(pair => pair.Weight).ThenBy(pair => pair.Feature)
            .Take(most).Select(pair => pair.Feature).Order().ToArray();
        var steps = new float[labels.Count];
        foreach (var feature in kept)
        {
            var row = trained.RowOf(feature);
            for (var label = 0; label < steps.Length; label++)
            {
                steps[label] = Math.Max(steps[label], Math.Abs(row[label]) / sbyte.MaxValue);
            }
        }

        using var file = new MemoryStream();
        WriteHead(file, trained, labels, digest, steps);
        WriteNumber(file, (uint)kept.Length);
        var last = 0u;
        foreach (var feature in kept)
        {
            WriteNumber(file, feature - last);
            last = feature;
        }

        foreach (var feature in kept)
        {
            var row = trained.RowOf(feature);
            for (var label = 0; label < steps.Length; label++)
            {
                file.WriteByte((byte)(sbyte)Math.Round(row[label] / steps[label]));
            }
        }

        return file.ToArray();
    }

    private static void WriteHead(MemoryStream file, Trainer trained, IReadOnlyList<string> labels, string digest, float[] steps)
    {
        Span<byte> four = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(four, LinearModel.Magic);
        file.Write(four);
        WriteText(file, digest);
        WriteText(file, string.Join(' ', labels));
        for (var label = 0; label < steps.Length; label++)
        {
            BinaryPrimitives.WriteSingleLittleEndian(four, trained.Bias[label]);
            file.Write(four);
            BinaryPrimitives.WriteSingleLittleEndian(four, steps[label]);
            file.Write(four);
        }
    }

    private static float Largest(ReadOnlySpan<float> row)
    {
        var largest = 0f;
        foreach (var weight in row)
        {
            largest = Math.Max(largest, Math.Abs(weight));
        }

        return largest;
    }

    private static void WriteText(MemoryStream file, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        WriteNumber(file, (uint)bytes.Length);
        file.Write(bytes);
    }

    private static void WriteNumber(MemoryStream file, uint number)
    {
        for (; number >= 0x80; number >>= 7)
        {
            file.WriteByte((byte)(number | 0x80));
        }

        file.WriteByte((byte)number);
    }
}
