using System.Buffers.Binary;
using System.Text;
using VideoCreateAi.Studio.Audio.Composing;

namespace VideoCreateAi.UnitTests.Studio.Audio.Composing;

public sealed class MidiFileTests
{
    [Fact]
    public void The_file_reads_back_as_it_was_composed()
    {
        var score = MusicComposer.Compose(new MusicRequest("upbeat", 2, null, TimeSpan.FromSeconds(30)));

        var tracks = Read(MidiFile.Write(score));

        Assert.Equal(score.Parts.Count + 1, tracks.Count);
        Assert.Equal(score.Parts.Select(part => part.Notes.Count), tracks.Skip(1).Select(track => track.Ons));
        Assert.All(tracks, track => Assert.Equal(track.Ons, track.Offs));
        Assert.InRange(tracks.Max(track => track.Ticks) / 480.0, score.FinalBeat, score.FinalBeat + 20);
    }

    private static List<(int Ons, int Offs, int Ticks)> Read(ReadOnlySpan<byte> file)
    {
        Assert.Equal("MThd", Encoding.ASCII.GetString(file[..4]));
        Assert.Equal(1, BinaryPrimitives.ReadUInt16BigEndian(file[8..]));
        var tracks = new List<(int, int, int)>();
        var at = 14;
        while (at < file.Length)
        {
            Assert.Equal("MTrk", Encoding.ASCII.GetString(file.Slice(at, 4)));
            var length = BinaryPrimitives.ReadInt32BigEndian(file[(at + 4)..]);
            tracks.Add(ReadTrack(file.Slice(at + 8, length)));
            at += 8 + length;
        }

        Assert.Equal(BinaryPrimitives.ReadUInt16BigEndian(file[10..]), tracks.Count);
        return tracks;
    }

    private static (int Ons, int Offs, int Ticks) ReadTrack(ReadOnlySpan<byte> track)
    {
        var (ons, offs, ticks, at) = (0, 0, 0, 0);
        while (true)
        {
            var delta = 0;
            byte next;
            do
            {
                next = track[at++];
                delta = (delta << 7) | (next & 0x7F);
            }
            while ((next & 0x80) != 0);

            ticks += delta;
            var status = track[at];
            if (status == 0xFF)
            {
                if (track[at + 1] == 0x2F)
                {
                    Assert.Equal(track.Length, at + 3);
                    return (ons, offs, ticks);
                }

                at += 3 + track[at + 2];
                continue;
            }

            ons += (status & 0xF0) == 0x90 ? 1 : 0;
            offs += (status & 0xF0) == 0x80 ? 1 : 0;
            at += (status & 0xF0) == 0xC0 ? 2 : 3;
        }
    }
}
