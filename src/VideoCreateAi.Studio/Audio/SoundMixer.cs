using System.Globalization;
using VideoCreateAi.Studio.Audio.Composing;
using VideoCreateAi.Studio.Audio.Mixing;
using VideoCreateAi.Studio.Ffmpeg;
using VideoCreateAi.Studio.Library;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Audio;

/// <summary>Mixes with ffmpeg: every take at its place and volume, music under speech, a limiter against overload and no more.</summary>
internal sealed class SoundMixer(IToolRunner tools, MusicLibrary music) : ISoundMixer
{
    // The graph cuts to the sample; the reader only has to bring enough.
    private static readonly TimeSpan s_afterwards = TimeSpan.FromMilliseconds(500);

    public async Task<string?> MixAsync(
        VideoTimeline timeline, TimeSpan duration, IMediaFiles media, string workFolder, CancellationToken cancellationToken)
    {
        var takes = TakeSheet.Clips(timeline, media)
            .Concat(TakeSheet.Recordings(timeline, media))
            .Where(take => take.Start < duration)
            .ToList();
        foreach (var segment in TakeSheet.ToCompose(timeline, duration))
        {
            takes.Add(await ComposeAsync(segment, takes.Count, workFolder, cancellationToken));
        }

        if (takes.Count == 0 || duration <= TimeSpan.Zero)
        {
            return null;
        }

        var mix = Path.Combine(workFolder, "mix.wav");
        await tools.RunAsync(
            new ToolRun
            {
                Tool = MediaTool.Ffmpeg,
                Arguments = Arguments(takes, timeline, duration, mix),
                WorkFolder = workFolder,
                Inputs = [.. takes.Select(take => take.Path).Distinct()],
                Limits = ToolLimits.Decode,
            },
            cancellationToken);
        return mix;
    }

    private async Task<Take> ComposeAsync(SoundSegment segment, int number, string workFolder, CancellationToken cancellationToken)
    {
        var folder = Path.Combine(workFolder, string.Create(CultureInfo.InvariantCulture, $"music{number}"));
        Directory.CreateDirectory(folder);
        var request = new MusicRequest(segment.Mood ?? segment.Prompt, segment.Seed ?? 1, segment.Tempo, segment.Range.Duration);
        var path = await music.MakeAsync(request, folder, cancellationToken);
        return TakeSheet.Composed(segment, path, MusicComposer.Clamp(segment.Range.Duration));
    }

    private static IReadOnlyList<string> Arguments(
        IReadOnlyList<Take> takes, VideoTimeline timeline, TimeSpan duration, string mix)
    {
        var arguments = new FfmpegArguments();
        foreach (var take in takes)
        {
            arguments.ForcedInput(take.Demuxer, take.Path, InputGuards.Clip, length: take.From + take.Used + s_afterwards);
        }

        return arguments
            .FilterGraph(MixGraph.Write(takes, SoundFormat.Samples(duration), timeline.FadeIn, timeline.FadeOut))
            .Map("[mix]")
            .StripMetadata()
            .Duration(duration)
            .AudioCodec("pcm_s16le")
            .Output("wav", mix)
            .Build();
    }
}
