using VideoCreateAi.Studio.Audio;
using VideoCreateAi.Studio.Library;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.UnitTests.Studio.Rendering;

/// <summary>Mixes everything into one quiet tone.</summary>
internal sealed class ToneMixer : ISoundMixer
{
    private const int Rate = 48000;

    public async Task<string?> MixAsync(
        VideoTimeline timeline, TimeSpan duration, IMediaFiles media, string workFolder, CancellationToken cancellationToken)
    {
        var path = Path.Combine(workFolder, "tone.wav");
        var samples = (int)Math.Round(duration.TotalSeconds * Rate);
        await using var writer = new BinaryWriter(File.Create(path));
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
        for (var i = 0; i < samples * 2; i++)
        {
            writer.Write((short)(3000 * Math.Sin(i / 2 * 2 * Math.PI * 330 / Rate)));
        }

        return path;
    }
}
