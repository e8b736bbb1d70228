using System.Collections.Concurrent;
using VideoCreateAi.Studio.Ffmpeg;
using VideoCreateAi.Studio.Library;
using VideoCreateAi.Studio.Rendering.Compositing;
using VideoCreateAi.Studio.Rendering.Pictures;
using VideoCreateAi.Studio.Rendering.Planning;
using VideoCreateAi.Studio.Rendering.Text;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Rendering.Preview;

/// <summary>Composes single frames of a timeline as a render would, without the frames between them. A still is decoded
/// once, of a clip only the pictures that are shown.</summary>
internal sealed class StillFrames(
    IToolRunner tools, IMediaFiles media, StillCache? cache, ITextRasterizer rasterizer, RenderOptions options, string workFolder,
    SemaphoreSlim? decoding = null)
{
    private const uint Grey = 0xC9CED6;

    private readonly ConcurrentDictionary<string, bool> _missing = new(StringComparer.Ordinal);

    /// <summary>Names of the media that could not be read so far.</summary>
    public IReadOnlyList<string> Missing => [.. _missing.Keys.Order(StringComparer.Ordinal)];

    /// <param name="frames">Numbers of frames, ascending.</param>
    /// <param name="take">Gets each composed frame in order; the picture is used again for the next one.</param>
    public async Task ComposeAsync(
        VideoTimeline timeline, RenderPlan plan, IReadOnlyList<int> frames, Action<PlanarPicture> take, CancellationToken cancellationToken)
    {
        var shots = await OpenAsync(plan, frames, cancellationToken);
        var background = YuvColor.Parse(timeline.Background, YuvColor.Black);
        var target = new PlanarPicture(plan.Canvas.Width, plan.Canvas.Height);
        var behind = Behind(plan, frames, shots, background, target);
        var texts = new TextLayer(
            plan, rasterizer, workFolder, options, new RenderNotes(),
            (text, _) => Task.FromResult<IReadOnlyList<PlanarPicture>>(behind.TryGetValue(text, out var pictures) ? pictures : []));
        var composer = new FrameComposer(plan, background);
        foreach (var frame in frames)
        {
            composer.Compose(new FrameJob(frame, target, TracksAt(plan, frame, shots)) { Sprites = await texts.AtAsync(frame, cancellationToken) });
            take(target);
        }
    }

    /// <summary>What texts stand on in these very frames, small: a preview looks at no others for their sake.</summary>
    private static Dictionary<PlannedText, List<PlanarPicture>> Behind(
        RenderPlan plan, IReadOnlyList<int> frames, IReadOnlyDictionary<(PlannedShot Shot, int Frame), Shot> shots, YuvColor background, PlanarPicture scratch)
    {
        Dictionary<PlannedText, List<PlanarPicture>> behind = [];
        var bare = new FrameComposer(plan with { FadeInFrames = 0, FadeOutFrames = 0 }, background);
        var size = TextBackdrops.Shrunk(plan.Canvas);
        foreach (var frame in frames)
        {
            var texts = plan.Texts.Where(text => text.Shows(frame) && TextLayout.DependsOnPicture(text.Segment.Style)).ToList();
            if (texts.Count == 0)
            {
                continue;
            }

            bare.Compose(new FrameJob(frame, scratch, TracksAt(plan, frame, shots)));
            var small = PictureScaler.Shrink(scratch, size.Width, size.Height);
            foreach (var text in texts)
            {
                behind.TryAdd(text, []);
                behind[text].Add(small);
            }
        }

        return behind;
    }

    private static IReadOnlyList<FrameTrack> TracksAt(RenderPlan plan, int frame, IReadOnlyDictionary<(PlannedShot Shot, int Frame), Shot> shots) =>
        [.. plan.Tracks.Select(track => new FrameTrack(
            track.Role, [.. track.Shots.Where(shot => shot.Shows(frame)).Select(shot => new FrameShot(shots[KeyOf(shot, frame)], null))]))];

    private async Task<IReadOnlyDictionary<(PlannedShot Shot, int Frame), Shot>> OpenAsync(
        RenderPlan plan, IReadOnlyList<int> frames, CancellationToken cancellationToken)
    {
        var wanted = frames
            .SelectMany(frame => plan.Tracks.SelectMany(track => track.Shots).Where(shot => shot.Shows(frame)).Select(shot => KeyOf(shot, frame)))
            .Distinct()
            .ToList();
        var opened = new ConcurrentDictionary<(PlannedShot, int), Shot>();
        var factory = new ShotFactory(tools, media, plan.Canvas, workFolder, new RenderNotes(), cache, decoding);
        await factory.PrepareAsync(wanted.Select(key => key.Shot), options.ComposerThreads, cancellationToken);
        await Parallel.ForEachAsync(
            wanted,
            new ParallelOptions { MaxDegreeOfParallelism = options.ComposerThreads, CancellationToken = cancellationToken },
            async (key, token) => opened[key] = await OpenAsync(factory, key.Shot, key.Frame, plan.Canvas, token));
        return opened;
    }

    private async Task<Shot> OpenAsync(ShotFactory factory, PlannedShot plan, int frame, Canvas canvas, CancellationToken cancellationToken)
    {
        try
        {
            return await factory.CreateStandingAsync(plan, frame, cancellationToken);
        }
        catch (RenderException)
        {
            _missing[plan.Segment.Name] = true;
            return await PlaceholderAsync(plan, canvas, cancellationToken);
        }
    }

    /// <summary>A grey field with the name, where the picture would be.</summary>
    private async Task<Shot> PlaceholderAsync(PlannedShot plan, Canvas canvas, CancellationToken cancellationToken)
    {
        var viewport = PixelRect.On(canvas.Width, canvas.Height, plan.Segment.Placement);
        var picture = new PlanarPicture(viewport.Width, viewport.Height);
        picture.Fill(YuvColor.FromRgb(0.23, 0.25, 0.29));
        var name = plan.Segment.Name.Length > 0 ? plan.Segment.Name : "not available";
        var request = new TextRequest(
            name, options.TitleFonts, Math.Max(12, viewport.Width / 11), viewport.Width * 8 / 10, viewport.Height * 6 / 10, TextAlign.Center, Grey);
        var letters = await rasterizer.DrawAsync(request, workFolder, cancellationToken);
        Ink.Write(picture, letters, (viewport.Width - letters.Width) / 2, (viewport.Height - letters.Height) / 2, viewport.Width);
        return new Shot { Plan = plan, Viewport = viewport, Picture = picture, Path = MotionPath.Still(Affine.Identity), Opacity = plan.Segment.Opacity };
    }

    // A still is the same in all frames.
    private static (PlannedShot Shot, int Frame) KeyOf(PlannedShot shot, int frame) =>
        (shot, shot.Segment.Kind == PictureKind.Video ? frame : shot.First);
}
