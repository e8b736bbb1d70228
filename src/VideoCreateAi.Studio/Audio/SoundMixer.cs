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
        var path = Path.Combine(folder, "music.wav");
        var request = new MusicRequest(segment.Mood ?? segment.Prompt, segment.Seed ?? 1, segment.Tempo, segment.Range.Duration);
        await music.MakeAsync(request, path, folder, cancellationToken);
        return TakeSheet.Composed(segment, path, MusicComposer.Clamp(segment.Range.Duration));
    }

    private static List<string> Arguments(
        IReadOnlyList<Take> takes, VideoTimeline timeline, TimeSpan duration, string mix)
    {
        var arguments = new List<string> { "-hide_banner", "-nostdin", "-y", "-v", "error" };
        foreach (var take in takes)
        {
            var end = (take.From + take.Used).TotalSeconds + 0.5;
            arguments.AddRange(
            [
                "-protocol_whitelist", "file", "-f", take.Demuxer, "-format_whitelist", take.Demuxer,
                "-t", end.ToString("0.######", CultureInfo.InvariantCulture), "-i", "file:" + take.Path,
            ]);
        }

        var graph = MixGraph.Write(takes, SoundFormat.Samples(duration), timeline.FadeIn, timeline.FadeOut);
        arguments.AddRange(["-filter_complex", graph, "-map", "[mix]", "-map_metadata", "-1", "-bitexact"]);
        arguments.AddRange(["-c:a", "pcm_s16le", "-f", "wav", "file:" + mix]);
        return arguments;
    }
}
