using VideoCreateAi.Studio.Audio;
using VideoCreateAi.Studio.Library;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Benchmarks;

/// <summary>Writes a quiet tone: the sound's own cost is measured elsewhere.</summary>
internal sealed class SilentMixer : ISoundMixer
{
    private const int Rate = 48000;

    public async Task<string?> MixAsync(
        VideoTimeline timeline, TimeSpan duration, IMediaFiles media, string workFolder, CancellationToken cancellationToken)
    {
        var path = Path.Combine(workFolder, "sound.wav");
        var samples = (int)Math.Round(duration.TotalSeconds * Rate);
        await using var file = File.Create(path);
        await using var writer = new BinaryWriter(file);
        writer.Write("RIFF"u8);
        writer.Write(36 + samples * 4);
        writer.Write("WAVEfmt "u8);
        writer.Write(16);
        writer.Write((short)1);
        writer.Write((short)2);
        writer.Write(Rate);
        writer.Write(Rate * 4);
        writer.Write((short)4);
        writer.Write((short)16);
        writer.Write("data"u8);
        writer.Write(samples * 4);
        for (var i = 0; i < samples; i++)
        {
            var value = (short)(2000 * Math.Sin(i * 2 * Math.PI * 220 / Rate));
            writer.Write(value);
            writer.Write(value);
        }

        return path;
    }
}
