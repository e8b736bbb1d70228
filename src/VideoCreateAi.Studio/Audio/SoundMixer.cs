using System.Globalization;
using VideoCreateAi.Studio.Audio.Composing;
using VideoCreateAi.Studio.Audio.Mixing;
using VideoCreateAi.Studio.Audio.Voice;
using VideoCreateAi.Studio.Ffmpeg;
using VideoCreateAi.Studio.Library;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Audio;

/// <summary>Mixes with ffmpeg: every take at its place and volume, music under speech. The whole is then as loud as the
/// web wants it, whatever it is made of.</summary>
internal sealed class SoundMixer(IToolRunner tools, MusicLibrary music, VoiceLibrary voices, SoundCache cache) : ISoundMixer
{
    /// <summary>LUFS of every finished mix: what the large platforms play at.</summary>
    public const double Target = -14;

    /// <summary>dBTP. Below the −1 that is promised, because the encoder's waves are not quite these: up to 1.7 dB higher were
    /// measured after strokes of drums.</summary>
    public const double Ceiling = -3;

    // Raised with every change of how a mix sounds.
    private const int Version = 1;

    // Beyond it the samples of a WAV file with a 32-bit length do not fit as floats.
    private const long MostFloats = 480_000_000;

    // The graph cuts to the sample; the reader only has to bring enough.
    private static readonly TimeSpan s_afterwards = TimeSpan.FromMilliseconds(500);

    public async Task<string?> MixAsync(
        VideoTimeline timeline, TimeSpan duration, IMediaFiles media, string workFolder, CancellationToken cancellationToken)
    {
        var takes = await TakesAsync(timeline, duration, media, workFolder, cancellationToken);
        if (takes.Count == 0 || duration <= TimeSpan.Zero)
        {
            return null;
        }

        var name = $"mix-{KeyOf(takes, timeline, duration)}.wav";
        var mix = Path.Combine(workFolder, "mix.wav");
        if (!cache.TryTake(name, mix))
        {
            var blend = await BlendAsync(takes, timeline, duration, workFolder, cancellationToken);
            await Task.Run(() => Levelling.Write(blend, mix, SoundFormat.Samples(duration), Target, Ceiling, cancellationToken), cancellationToken);
            File.Delete(blend);
            cache.Keep(mix, name);
        }

        return mix;
    }

    /// <summary>The mix at the level that its takes add up to.</summary>
    /// <returns>A WAV of floats; null when the timeline has no sound at all.</returns>
    internal async Task<string?> BlendAsync(
        VideoTimeline timeline, TimeSpan duration, IMediaFiles media, string workFolder, CancellationToken cancellationToken) =>
        await TakesAsync(timeline, duration, media, workFolder, cancellationToken) is { Count: > 0 } takes
            ? await BlendAsync(takes, timeline, duration, workFolder, cancellationToken)
            : null;

    private async Task<List<Part>> TakesAsync(
        VideoTimeline timeline, TimeSpan duration, IMediaFiles media, string workFolder, CancellationToken cancellationToken)
    {
        var parts = TakeSheet.Clips(timeline, media)
            .Concat(TakeSheet.Recordings(timeline, media))
            .Where(take => take.Start < duration)
            .Select(take => new Part(take, null))
            .ToList();
        foreach (var segment in TakeSheet.ToSpeak(timeline, duration))
        {
            var folder = Folder(workFolder, "voice", parts.Count);
            if (await voices.SpeakAsync(segment.Text!, segment.Voice, folder, cancellationToken) is { } speech)
            {
                parts.Add(new Part(TakeSheet.Spoken(segment, speech.Path, speech.Key, speech.Duration), null));
            }
        }

        foreach (var segment in TakeSheet.ToCompose(timeline, duration))
        {
            var request = new MusicRequest(segment.Mood ?? segment.Prompt, segment.Seed ?? 1, segment.Tempo, segment.Range.Duration);
            parts.Add(new Part(TakeSheet.Composed(segment, music.KeyOf(request), MusicComposer.Clamp(segment.Range.Duration)), request));
        }

        return parts;
    }

    private async Task<string> BlendAsync(
        IReadOnlyList<Part> parts, VideoTimeline timeline, TimeSpan duration, string workFolder, CancellationToken cancellationToken)
    {
        var takes = new List<Take>(parts.Count);
        foreach (var (take, request) in parts)
        {
            takes.Add(request is null ? take : take with
            {
                Path = await music.MakeAsync(request, Folder(workFolder, "music", takes.Count), cancellationToken),
            });
        }

        var blend = Path.Combine(workFolder, "blend.wav");
        await tools.RunAsync(
            new ToolRun
            {
                Tool = MediaTool.Ffmpeg,
                Arguments = Arguments(takes, timeline, duration, blend),
                WorkFolder = workFolder,
                Inputs = [.. takes.Select(take => take.Path).Distinct()],
                Limits = SoundFormat.Limits,
            },
            cancellationToken);
        return blend;
    }

    private static string KeyOf(IReadOnlyList<Part> parts, VideoTimeline timeline, TimeSpan duration) => SoundKey.Of(string.Join('\n',
    [
        string.Create(CultureInfo.InvariantCulture, $"{Version}|{Target}|{Ceiling}|{duration.Ticks}"),
        Graph([.. parts.Select(part => part.Take)], timeline, duration),
        .. parts.Select(part => $"{part.Take.Content}|{part.Take.Demuxer}"),
    ]));

    private static string Folder(string workFolder, string name, int number) =>
        Directory.CreateDirectory(Path.Combine(workFolder, string.Create(CultureInfo.InvariantCulture, $"{name}{number}"))).FullName;

    private static string Graph(IReadOnlyList<Take> takes, VideoTimeline timeline, TimeSpan duration) =>
        MixGraph.Write(takes, SoundFormat.Samples(duration), timeline.FadeIn, timeline.FadeOut);

    private static IReadOnlyList<string> Arguments(IReadOnlyList<Take> takes, VideoTimeline timeline, TimeSpan duration, string blend)
    {
        var arguments = new FfmpegArguments();
        foreach (var take in takes)
        {
            arguments.ForcedInput(take.Demuxer, take.Path, InputGuards.Clip, length: take.From + take.Used + s_afterwards);
        }

        return arguments
            .FilterGraph(Graph(takes, timeline, duration))
            .Map("[mix]")
            .StripMetadata()
            .Duration(duration)
            .AudioCodec(SoundFormat.Samples(duration) > MostFloats ? "pcm_s16le" : "pcm_f32le")
            .Output("wav", blend)
            .Build();
    }

    /// <param name="Request">Music that is not made yet; then the take has no path.</param>
    private sealed record Part(Take Take, MusicRequest? Request);
}
