using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace VideoCreateAi.Studio.Audio.Voice;

/// <summary>The samples of a WAV file of 16-bit mono at any rate, as speakers write it.</summary>
internal sealed record MonoWave(int Rate, short[] Samples)
{
    public double Seconds => Samples.Length / (double)Rate;

    /// <exception cref="InvalidDataException">It is no such file.</exception>
    public static MonoWave Read(string path)
    {
        var bytes = File.ReadAllBytes(path).AsSpan();
        if (bytes.Length < 12 || !bytes[..4].SequenceEqual("RIFF"u8) || !bytes[8..12].SequenceEqual("WAVE"u8))
        {
            throw Wrong();
        }

        var rate = 0;
        for (var at = 12; at + 8 <= bytes.Length;)
        {
            var length = (int)Math.Min(BinaryPrimitives.ReadUInt32LittleEndian(bytes[(at + 4)..]), (uint)(bytes.Length - at - 8));
            var body = bytes.Slice(at + 8, length);
            if (bytes.Slice(at, 4).SequenceEqual("fmt "u8) && length >= 16)
            {
                rate = BinaryPrimitives.ReadInt16LittleEndian(body[2..]) == 1 && BinaryPrimitives.ReadInt16LittleEndian(body[14..]) == 16
                    ? BinaryPrimitives.ReadInt32LittleEndian(body[4..])
                    : throw Wrong();
            }
            else if (bytes.Slice(at, 4).SequenceEqual("data"u8))
            {
                return rate > 0 ? new MonoWave(rate, MemoryMarshal.Cast<byte, short>(body[..(length & ~1)]).ToArray()) : throw Wrong();
            }

            at += 8 + length + (length % 2);
        }

        throw Wrong();

        InvalidDataException Wrong() => new($"{System.IO.Path.GetFileName(path)} is not a 16-bit mono WAV file.");
    }
}
