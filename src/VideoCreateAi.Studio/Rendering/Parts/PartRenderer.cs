using VideoCreateAi.Studio.Audio;
using VideoCreateAi.Studio.Ffmpeg;
using VideoCreateAi.Studio.Library;
using VideoCreateAi.Studio.Rendering.Chunks;
using VideoCreateAi.Studio.Rendering.Encoder;
using VideoCreateAi.Studio.Rendering.Planning;
using VideoCreateAi.Studio.Rendering.Text;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Rendering.Parts;

/// <summary>The chunks of a render on their own: cut where an edit of the timeline would leave most of them as they are, and joined without
/// encoding them again.</summary>
internal sealed class PartRenderer(IToolRunner tools, ISoundMixer mixer, ChunkCache cache, RenderOptions options) : IPartRenderer
{
    // Below that it is made in one go sooner than it is dealt out.
    private static readonly TimeSpan s_shortest = TimeSpan.FromSeconds(20);

    public async Task<IReadOnlyList<RenderPart>?> CutAsync(
        string name, VideoTimeline timeline, RenderSettings settings, IMediaFiles media, string workFolder, CancellationToken cancellationToken)
    {
        if (settings.Format is not (OutputFormat.Mp4 or OutputFormat.Mov) || timeline.Duration < s_shortest)
        {
            return null;
        }

        var scene = SceneOf(timeline, settings, media, workFolder);
        var ranges = ChunkCutter.Cut(scene.Plan);
        if (ranges.Count < 2 || await new ClipCopy(tools).TryAsync(scene, cancellationToken) is not null)
        {
            return null;
        }

        // The sound first: nobody can join before it is there, and it takes as long as some seconds of picture.
        var keys = KeysOf(scene);
        return
        [
            new RenderPart(0, PartKind.Sound, $"sound-{name}", new FrameRange(0, 0)),
            .. ranges.Select((range, index) => new RenderPart(index + 1, PartKind.Picture, keys.Of(range), range)),
        ];
    }

    public async Task MakeAsync(
        RenderPart part, VideoTimeline timeline, RenderSettings settings, IMediaFiles media, string workFolder, IProgress<int> framesDone,
        CancellationToken cancellationToken)
    {
        var scene = SceneOf(timeline, settings, media, workFolder);
        var made = part.Kind == PartKind.Sound
            ? await MakeSoundAsync(scene, cancellationToken)
            : await MakePictureAsync(part, scene, framesDone, cancellationToken);
        if (!cache.TryKeep(part.Key, made))
        {
            throw new RenderException("disk_full", "There is no room for the parts of the video on this worker.");
        }
    }

    public async Task<RenderedFile> JoinAsync(
        IReadOnlyList<RenderPart> parts, VideoTimeline timeline, RenderSettings settings, IMediaFiles media, string workFolder, CancellationToken cancellationToken)
    {
        var scene = SceneOf(timeline, settings, media, workFolder);
        if (await new FontCoverage(tools, options).NoteAsync(scene.Plan.Texts.Select(text => text.Segment), cancellationToken) is { } missing)
        {
            scene.Notes.Add(missing, cause: null);
        }

        string? sound = null;
        List<(FrameRange Range, string Path)> pieces = [];
        foreach (var part in parts.OrderBy(part => part.Number))
        {
            var path = Path.Combine(workFolder, FormattableString.Invariant($"part{part.Number}.mp4"));
            var file = cache.TryTake(part.Key, path) ?? throw new RenderException("part_missing", "A part of the video is not there any more. Export it again.");
            scene.Notes.AddRange(file.Notes);
            if (part.Kind == PartKind.Picture)
            {
                pieces.Add((part.Range, path));
            }
            else if (new FileInfo(path).Length > 0)
            {
                sound = path;
            }
        }

        var output = Path.Combine(workFolder, "video." + EncoderArguments.Extension(settings.Format));
        await new ChunkJoiner(tools, workFolder).JoinAsync(scene.Plan, settings, pieces, sound, output, cancellationToken);
        return await new OutputCheck(tools).CheckAsync(output, scene.Plan, settings.Format, scene.Notes.All, workFolder, cancellationToken);
    }

    private static RenderScene SceneOf(VideoTimeline timeline, RenderSettings settings, IMediaFiles media, string workFolder) =>
        new(timeline, RenderPlanner.Plan(timeline, settings), settings, media, workFolder);

    private ChunkKeys KeysOf(RenderScene scene) => new(
        scene.Plan, scene.Settings, scene.Timeline.Background, scene.Media, Engine.Identity(tools), Engine.Fonts(TextRasterizers.Choose(tools).GetType().Name));

    private async Task<ChunkFile> MakePictureAsync(RenderPart part, RenderScene scene, IProgress<int> framesDone, CancellationToken cancellationToken)
    {
        if (KeysOf(scene).Of(part.Range) != part.Key)
        {
            throw new RenderException("worker_differs", "This worker has another ffmpeg or other fonts than the one that cut the render. All workers must run the same image.");
        }

        var done = 0;
        await using var frames = scene.Compose([part.Range], tools, options, threads: 1, cancellationToken);
        var path = await new ChunkEncoder(tools, scene, frames).EncodeAsync(part.Range, () => framesDone.Report(++done), cancellationToken);
        return new ChunkFile(path, scene.Notes.Of(part.Range));
    }

    private async Task<ChunkFile> MakeSoundAsync(RenderScene scene, CancellationToken cancellationToken)
    {
        var mix = await mixer.MixAsync(scene.Timeline, scene.Plan.Duration, scene.Media, scene.WorkFolder, cancellationToken);
        var notes = await new SoundReview(tools).ReviewAsync(scene.Timeline, scene.Media, scene.WorkFolder, cancellationToken);
        var path = Path.Combine(scene.WorkFolder, "sound.mp4");
        if (mix is null)
        {
            // A silent video has an empty file for its sound.
            await File.WriteAllBytesAsync(path, [], cancellationToken);
        }
        else
        {
            await tools.RunAsync(
                new ToolRun
                {
                    Tool = MediaTool.Ffmpeg, Arguments = EncoderArguments.Sound(mix, path), WorkFolder = scene.WorkFolder, Inputs = [mix], Limits = ToolLimits.Encode,
                },
                cancellationToken);
        }

        return new ChunkFile(path, [.. notes]);
    }
}
