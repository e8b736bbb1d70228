using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace VideoCreateAi.Studio.Audio;

/// <summary>Writes a 48 kHz stereo WAV piece by piece, as 16-bit integers or as floats.</summary>
internal sealed class WaveWriter : IDisposable
{
    private const int HeaderBytes = 44;

    private const short Integers = 1;

    private const short Floats = 3;

    private readonly FileStream _file;

    private readonly bool _isFloat;

    private short[] _buffer = [];

    private long _left;

    /// <param name="samples">How many of each channel it will hold: the rest of what is written is dropped.</param>
    public WaveWriter(string path, long samples, bool isFloat = false)
    {
        _file = File.Create(path);
        _isFloat = isFloat;
        _left = samples * SoundFormat.Channels;
        WriteHeader();
    }

    public void Write(ReadOnlySpan<float> interleaved)
    {
        interleaved = interleaved[..(int)Math.Min(interleaved.Length, _left)];
        _left -= interleaved.Length;
        if (_isFloat)
        {
            _file.Write(MemoryMarshal.AsBytes(interleaved));
            return;
        }

        if (_buffer.Length < interleaved.Length)
        {
            _buffer = new short[interleaved.Length];
        }

        for (var i = 0; i < interleaved.Length; i++)
        {
            _buffer[i] = (short)Math.Clamp(MathF.Round(interleaved[i] * 32768f), short.MinValue, short.MaxValue);
        }

        _file.Write(MemoryMarshal.AsBytes(_buffer.AsSpan(0, interleaved.Length)));
    }

    /// <summary>What is missing is silence.</summary>
    public void Dispose()
    {
        var silence = new float[SoundFormat.SampleRate];
        while (_left > 0)
        {
            Write(silence);
        }

        _file.Dispose();
    }

    private void WriteHeader()
    {
        var sampleBytes = _isFloat ? sizeof(float) : sizeof(short);
        var dataBytes = (uint)(_left * sampleBytes);
        Span<byte> header = stackalloc byte[HeaderBytes];
        "RIFF"u8.CopyTo(header);
        BinaryPrimitives.WriteUInt32LittleEndian(header[4..], HeaderBytes - 8 + dataBytes);
        "WAVEfmt "u8.CopyTo(header[8..]);
        BinaryPrimitives.WriteInt32LittleEndian(header[16..], 16);
        BinaryPrimitives.WriteInt16LittleEndian(header[20..], _isFloat ? Floats : Integers);
        BinaryPrimitives.WriteInt16LittleEndian(header[22..], SoundFormat.Channels);
        BinaryPrimitives.WriteInt32LittleEndian(header[24..], SoundFormat.SampleRate);
        BinaryPrimitives.WriteInt32LittleEndian(header[28..], SoundFormat.SampleRate * SoundFormat.Channels * sampleBytes);
        BinaryPrimitives.WriteInt16LittleEndian(header[32..], (short)(SoundFormat.Channels * sampleBytes));
        BinaryPrimitives.WriteInt16LittleEndian(header[34..], (short)(8 * sampleBytes));
        "data"u8.CopyTo(header[36..]);
        BinaryPrimitives.WriteUInt32LittleEndian(header[40..], dataBytes);
        _file.Write(header);
    }
}
