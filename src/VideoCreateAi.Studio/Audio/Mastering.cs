using System.Globalization;
using VideoCreateAi.Studio.Audio.Composing;
using VideoCreateAi.Studio.Ffmpeg;

namespace VideoCreateAi.Studio.Audio;

/// <summary>Makes played music fit to be heard: rounded off, of exact length, and as loud as all other music.</summary>
internal sealed class Mastering(IToolRunner tools)
{
    /// <summary>LUFS of finished music at volume 1.</summary>
    public const double Target = -15;

    /// <summary>dBTP that finished music stays below.</summary>
    public const double Ceiling = -1;

    // What the compressor is set for.
    private const double WorkingLevel = -20;

    private const double Tolerance = 0.3;

    private const int LimiterMilliseconds = 5;

    // What the limiter is late by, at the rate that it runs at.
    private const int LimiterSamples = 96_000 * LimiterMilliseconds / 1000;

    // Limiting takes loudness away; each round gives back what the one before lost.
    private const int Rounds = 3;

    /// <summary>Writes a 16-bit WAV exactly as long as the score into the folder.</summary>
    /// <param name="played">The score as it was played, in the same folder.</param>
    /// <returns>Its path.</returns>
    public async Task<string> MasterAsync(Score score, string played, string workFolder, CancellationToken cancellationToken)
    {
        var finished = Path.Combine(workFolder, "music.wav");
        var style = MusicStyles.Named(score.Style);
        var samples = SoundFormat.Samples(score.Duration);
        var raw = LoudnessMeter.Measure(WaveFile.Read(played));
        if (double.IsNegativeInfinity(raw.Integrated))
        {
            await RunAsync(played, finished, workFolder, "pcm_s16le", Length(samples), cancellationToken);
            return finished;
        }

        var rounded = Path.Combine(workFolder, "rounded.wav");
        await RunAsync(
            played, rounded, workFolder, "pcm_f32le",
            $"volume={Number(WorkingLevel - raw.Integrated)}dB,highpass=f=30,"
            + $"bass=g={Number(style.Warmth)}:f=110,treble=g={Number(style.Air)}:f=7000,"
            + "acompressor=threshold=0.1:ratio=2:attack=25:release=250:knee=4:makeup=1,"
            + $"stereotools=slev=1.15,{Length(samples)},{Fades(score, samples)}",
            cancellationToken);

        var gain = Target - LoudnessMeter.Measure(WaveFile.Read(rounded)).Integrated;
        for (var round = 0; round < Rounds; round++)
        {
            // Limited at twice the rate, for the peaks between the samples; half a decibel is kept for the way back.
            await RunAsync(
                rounded, finished, workFolder, "pcm_s16le",
                $"volume={Number(gain)}dB,aresample=96000,apad=pad_len={2 * LimiterSamples},"
                + $"alimiter=limit={Number(Linear(Ceiling - 0.5))}:attack={LimiterMilliseconds}:release=60:level=disabled,"
                + $"atrim=start_sample={LimiterSamples},asetpts=N/SR/TB,aresample=48000,{Length(samples)}",
                cancellationToken);
            var off = Target - LoudnessMeter.Measure(WaveFile.Read(finished)).Integrated;
            if (Math.Abs(off) <= Tolerance)
            {
                break;
            }

            gain += off;
        }

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

    private async Task RunAsync(
        string from, string to, string workFolder, string codec, string filters, CancellationToken cancellationToken) =>
        await tools.RunAsync(
            new ToolRun
            {
                Tool = MediaTool.Ffmpeg,
                Arguments = new FfmpegArguments()
                    .WavInput(from)
                    .AudioFilter(filters)
                    .StripMetadata()
                    .Option("fflags", "+bitexact")
                    .AudioCodec(codec)
                    .Output("wav", to)
                    .Build(),
                WorkFolder = workFolder,
                Inputs = [from],
                Limits = ToolLimits.Decode,
            },
            cancellationToken);

    private static double Linear(double decibels) => Math.Pow(10, decibels / 20);

    private static string Number(double value) => value.ToString("0.######", CultureInfo.InvariantCulture);
}
