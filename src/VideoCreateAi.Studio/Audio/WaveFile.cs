using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace VideoCreateAi.Studio.Audio;

/// <summary>Reads and writes 48 kHz stereo WAV files: 16-bit integers or 32-bit floats.</summary>
internal static class WaveFile
{
    private const short Float = 3;

    private const short Extensible = -2;

    /// <summary>Hands out the samples, both channels interleaved, full scale = 1, in pieces of about a second.</summary>
    /// <exception cref="InvalidDataException">It is no such file.</exception>
    public static IEnumerable<float[]> Read(string path)
    {
        using var file = File.OpenRead(path);
        var (isFloat, bytes) = Seek(file, path);
        var sampleBytes = isFloat ? 4 : 2;
        var buffer = new byte[SoundFormat.SampleRate * SoundFormat.Channels * sampleBytes];
        while (bytes > 0)
        {
            var wanted = (int)Math.Min(buffer.Length, bytes);
            var read = file.ReadAtLeast(buffer.AsSpan(0, wanted), wanted, throwOnEndOfStream: false);
            if (read == 0)
            {
                yield break;
            }

            bytes -= read;
            yield return isFloat
                ? MemoryMarshal.Cast<byte, float>(buffer.AsSpan(0, read - (read % 8))).ToArray()
                : FromIntegers(MemoryMarshal.Cast<byte, short>(buffer.AsSpan(0, read - (read % 4))));
        }
    }

    public static void WriteFloats(string path, ReadOnlySpan<float> interleaved)
    {
        using var file = new WaveWriter(path, interleaved.Length / SoundFormat.Channels, isFloat: true);
        file.Write(interleaved);
    }

    private static float[] FromIntegers(ReadOnlySpan<short> samples)
    {
        var floats = new float[samples.Length];
        for (var i = 0; i < samples.Length; i++)
        {
            floats[i] = samples[i] / 32768f;
        }

        return floats;
    }

    // Leaves the file at the first sample.
    private static (bool IsFloat, long Bytes) Seek(FileStream file, string path)
    {
        Span<byte> head = stackalloc byte[12];
        file.ReadExactly(head);
        if (!head[..4].SequenceEqual("RIFF"u8) || !head[8..].SequenceEqual("WAVE"u8))
        {
            throw new InvalidDataException($"{Path.GetFileName(path)} is not a WAV file.");
        }

        bool? isFloat = null;
        Span<byte> format = stackalloc byte[40];
        while (file.ReadAtLeast(head[..8], 8, throwOnEndOfStream: false) == 8)
        {
            long bytes = BinaryPrimitives.ReadUInt32LittleEndian(head[4..]);
            if (head[..4].SequenceEqual("data"u8) && isFloat is { } known)
            {
                return (known, Math.Min(bytes, file.Length - file.Position));
            }

            var next = file.Position + bytes + (bytes % 2);
            if (head[..4].SequenceEqual("fmt "u8))
            {
                var part = format[..(int)Math.Min(bytes, format.Length)];
                file.ReadExactly(part);
                isFloat = IsFloat(part, path);
            }

            file.Position = next;
        }

        throw new InvalidDataException($"{Path.GetFileName(path)} holds no sound.");
    }

    private static bool IsFloat(ReadOnlySpan<byte> format, string path)
    {
        var tag = BinaryPrimitives.ReadInt16LittleEndian(format);
        tag = tag == Extensible && format.Length >= 26 ? BinaryPrimitives.ReadInt16LittleEndian(format[24..]) : tag;
        var channels = BinaryPrimitives.ReadInt16LittleEndian(format[2..]);
        var rate = BinaryPrimitives.ReadInt32LittleEndian(format[4..]);
        var bits = BinaryPrimitives.ReadInt16LittleEndian(format[14..]);
        return (channels, rate, tag, bits) switch
        {
            (SoundFormat.Channels, SoundFormat.SampleRate, Float, 32) => true,
            (SoundFormat.Channels, SoundFormat.SampleRate, 1, 16) => false,
            _ => throw new InvalidDataException(
                $"{Path.GetFileName(path)} has {channels} channels at {rate} Hz in format {tag} with {bits} bits, not 48 kHz stereo."),
        };
    }
}
