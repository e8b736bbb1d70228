using System.Buffers.Binary;
using System.Text;

namespace VideoCreateAi.Studio.Audio.Composing;

/// <summary>Writes a score as a Standard MIDI File, format 1.</summary>
internal static class MidiFile
{
    public const int TicksPerBeat = 480;

    private const byte DrumChannel = 9;

    public static byte[] Write(Score score)
    {
        using var file = new MemoryStream();
        Chunk(file, "MThd", Header(score.Parts.Count + 1));
        Chunk(file, "MTrk", Conductor(score));
        byte channel = 0;
        foreach (var part in score.Parts)
        {
            if (part.Kind == PartKind.Drums)
            {
                Chunk(file, "MTrk", Track(part, DrumChannel));
                continue;
            }

            Chunk(file, "MTrk", Track(part, channel));
            channel += channel == DrumChannel - 1 ? (byte)2 : (byte)1;
        }

        return file.ToArray();
    }

    private static byte[] Header(int tracks)
    {
        var header = new byte[6];
        BinaryPrimitives.WriteUInt16BigEndian(header, 1);
        BinaryPrimitives.WriteUInt16BigEndian(header.AsSpan(2), (ushort)tracks);
        BinaryPrimitives.WriteUInt16BigEndian(header.AsSpan(4), TicksPerBeat);
        return header;
    }

    private static byte[] Conductor(Score score)
    {
        var events = new List<(int Tick, int Order, byte[] Bytes)>
        {
            (0, 0, [0xFF, 0x58, 4, 4, 2, 24, 8]),
        };
        foreach (var step in score.Tempi)
        {
            var micros = (int)Math.Round(60_000_000 / step.BeatsPerMinute);
            events.Add((Tick(step.Beat), 1, [0xFF, 0x51, 3, (byte)(micros >> 16), (byte)(micros >> 8), (byte)micros]));
        }

        return Serialize(events);
    }

    private static byte[] Track(Part part, byte channel)
    {
        var events = new List<(int Tick, int Order, byte[] Bytes)>
        {
            (0, 0, [(byte)(0xC0 | channel), (byte)part.Program]),
            Control(0, channel, 7, ProgramTrim.Volume(part)),
            Control(0, channel, 10, (part.Pan + 1) / 2),
            Control(0, channel, 91, part.Reverb),
            Control(0, channel, 93, part.Chorus),
            Control(0, channel, 11, 1),
        };
        AddExpression(events, part.Expression, channel);
        foreach (var note in part.Notes)
        {
            var end = Math.Max(Tick(note.Beat) + 1, Tick(note.End));
            events.Add((Tick(note.Beat), 3, [(byte)(0x90 | channel), (byte)note.Pitch, (byte)note.Velocity]));

            // Before the notes that begin on the same tick, or it would end the same pitch struck again.
            events.Add((end, 2, [(byte)(0x80 | channel), (byte)note.Pitch, 64]));
        }

        return Serialize(events);
    }

    private static void AddExpression(List<(int, int, byte[])> events, IReadOnlyList<ExpressionPoint> points, byte channel)
    {
        const double Step = 0.25;
        for (var i = 0; i + 1 < points.Count; i++)
        {
            for (var beat = points[i].Beat; beat < points[i + 1].Beat; beat += Step)
            {
                var through = (beat - points[i].Beat) / (points[i + 1].Beat - points[i].Beat);
                events.Add(Control(beat, channel, 11, points[i].Value + (through * (points[i + 1].Value - points[i].Value))));
            }
        }

        if (points.Count > 0)
        {
            events.Add(Control(points[^1].Beat, channel, 11, points[^1].Value));
        }
    }

    private static (int Tick, int Order, byte[] Bytes) Control(double beat, byte channel, byte number, double value) =>
        (Tick(beat), 1, [(byte)(0xB0 | channel), number, (byte)Math.Clamp((int)Math.Round(value * 127), 0, 127)]);

    private static byte[] Serialize(List<(int Tick, int Order, byte[] Bytes)> events)
    {
        using var track = new MemoryStream();
        var now = 0;
        foreach (var (tick, _, bytes) in events.OrderBy(item => item.Tick).ThenBy(item => item.Order))
        {
            VariableLength(track, tick - now);
            track.Write(bytes);
            now = tick;
        }

        track.Write([0, 0xFF, 0x2F, 0]);
        return track.ToArray();
    }

    private static void VariableLength(MemoryStream track, int value)
    {
        for (var shift = 21; shift > 0; shift -= 7)
        {
            if (value >> shift != 0)
            {
                track.WriteByte((byte)(0x80 | ((value >> shift) & 0x7F)));
            }
        }

        track.WriteByte((byte)(value & 0x7F));
    }

    private static void Chunk(MemoryStream file, string type, byte[] content)
    {
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, content.Length);
        file.Write(Encoding.ASCII.GetBytes(type));
        file.Write(length);
        file.Write(content);
    }

    private static int Tick(double beat) => (int)Math.Round(beat * TicksPerBeat);
}
