using System.Globalization;
using VideoCreateAi.Studio.Audio.Composing;
using VideoCreateAi.Studio.Ffmpeg;

namespace VideoCreateAi.Studio.Audio;

/// <summary>Makes played music fit to be heard: rounded off, of exact length, and as loud as all other music.</summary>
internal sealed class Mastering(IToolRunner tools)
{
    /// <summary>Part of every cache key.</summary>
    public const int Version = 2;

    /// <summary>LUFS of finished music at volume 1.</summary>
    public const double Target = -16;

    /// <summary>dBTP that finished music stays below.</summary>
    public const double Ceiling = -1.2;

    // What the compressor is set for.
    private const double WorkingLevel = -20;

    /// <summary>Writes a 16-bit WAV exactly as long as the score into the folder.</summary>
    /// <param name="played">The score as it was played, in the same folder.</param>
    /// <returns>Its path.</returns>
    public async Task<string> MasterAsync(Score score, string played, string workFolder, CancellationToken cancellationToken)
    {
        var finished = Path.Combine(workFolder, "music.wav");
        var style = MusicStyles.Named(score.Style);
        var samples = SoundFormat.Samples(score.Duration);
        var raw = await Task.Run(() => LoudnessMeter.Measure(WaveFile.Read(played)), cancellationToken);
        var gain = double.IsNegativeInfinity(raw.Integrated) ? 0 : WorkingLevel - raw.Integrated;
        var rounded = Path.Combine(workFolder, "rounded.wav");
        await RunAsync(
            played, rounded, workFolder,
            $"volume={Number(gain)}dB,highpass=f=30,"
            + $"bass=g={Number(style.Warmth)}:f=110,treble=g={Number(style.Air)}:f=7000,"
            + "acompressor=threshold=0.1:ratio=2:attack=25:release=250:knee=4:makeup=1,"
            + $"stereotools=slev=1.15,{Length(samples)},{Fades(score, samples)}",
            cancellationToken);
        await Task.Run(() => Levelling.Write(rounded, finished, samples, Target, Ceiling, cancellationToken), cancellationToken);
        return finished;
    }

    // The last chord rings out by itself; the fade makes sure that nothing of it is left at the end.
    private static string Fades(Score score, long samples)
    {
        var ring = score.Duration.TotalSeconds - score.SecondsAt(score.FinalBeat);
        var fade = SoundFormat.Samples(TimeSpan.FromSeconds(Math.Min(1.4, ring * 0.6)));
        return $"afade=t=in:ss=0:ns=240,afade=t=out:ss={Number(samples - fade)}:ns={Number(fade)}:curve=qsin";
    }

    private static string Length(long samples) => $"apad=whole_len={Number(samples)},atrim=end_sample={Number(samples)}";

    private async Task RunAsync(string from, string to, string workFolder, string filters, CancellationToken cancellationToken) =>
        await tools.RunAsync(
            new ToolRun
            {
                Tool = MediaTool.Ffmpeg,
                Arguments = new FfmpegArguments()
                    .WavInput(from)
                    .AudioFilter(filters)
                    .StripMetadata()
                    .Option("fflags", "+bitexact")
                    .AudioCodec("pcm_f32le")
                    .Output("wav", to)
                    .Build(),
                WorkFolder = workFolder,
                Inputs = [from],
                Limits = SoundFormat.Limits,
            },
            cancellationToken);

    private static string Number(double value) => value.ToString("0.######", CultureInfo.InvariantCulture);
}
