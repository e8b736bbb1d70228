using VideoCreateAi.Protocol.Studio;
using VideoCreateAi.Studio.Ffmpeg;
using VideoCreateAi.Studio.Library;
using VideoCreateAi.Studio.Rendering.Compositing;
using VideoCreateAi.Studio.Rendering.Pictures;
using VideoCreateAi.Studio.Rendering.Planning;
using VideoCreateAi.Studio.Rendering.Text;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Rendering.Preview;

/// <summary>Small pictures of a timeline before any render, drawn by the renderer's own compositor.</summary>
internal sealed class TimelinePreview(IToolRunner tools, StillCache cache, RenderOptions options)
{
    public const int MostSheetBytes = 80_000;
    public const int MostFrameBytes = 100_000;
    public const int MostStripBytes = 56_000;
    public const int SheetSide = 1024;
    public const int FrameSide = 512;
    public const int StripSide = 160;

    // Frames are composed larger than they are shown, so that text is set as in the render and not at its least size.
    private const int ComposedSide = 640;
    private const int FrameComposedTwice = 2;

    // A file's last picture begins a little before its end.
    private static readonly TimeSpan s_lastPicture = TimeSpan.FromMilliseconds(100);

    /// <summary>Many frames on one picture, with the tracks below them.</summary>
    public async Task<PreviewPicture> SheetAsync(
        VideoTimeline timeline, IMediaFiles media, int? tiles, int? side, string workFolder, CancellationToken cancellationToken)
    {
        var lanes = Lanes.Of(timeline);
        var layout = LayoutFor(timeline, lanes.Count, tiles, side);
        var plan = RenderPlanner.Plan(timeline, Settings(timeline, Math.Max(ComposedSide, LongSide(layout.Tiles[0]))));
        var moments = TileChoice.Choose(timeline, layout.Tiles.Count);
        var frames = moments.Select(moment => FrameAt(plan, moment)).ToList();
        var pictures = new List<PlanarPicture>();
        var source = new StillFrames(tools, media, cache, TextRasterizers.Choose(tools), options, workFolder);
        await source.ComposeAsync(
            timeline, plan, frames,
            frame => pictures.Add(PictureScaler.Shrink(frame, layout.Tiles[0].Width, layout.Tiles[0].Height)),
            cancellationToken);

        return await WriteAsync(layout, [.. pictures.Zip(moments)], lanes, timeline.Duration, source.Missing, workFolder, cancellationToken);
    }

    /// <summary>The same sheet with its frames taken from a finished file.</summary>
    /// <param name="timeline">What was rendered.</param>
    public async Task<PreviewPicture> FileSheetAsync(VideoTimeline timeline, MediaFile file, string workFolder, CancellationToken cancellationToken)
    {
        // The file may have another shape than the timeline's own.
        timeline = timeline with { Canvas = timeline.Canvas with { Width = file.Info.Width, Height = file.Info.Height } };
        var lanes = Lanes.Of(timeline);
        var layout = LayoutFor(timeline, lanes.Count, tiles: null, side: null);
        var moments = TileChoice.Choose(timeline, layout.Tiles.Count);
        var pictures = new PlanarPicture[moments.Count];
        var loader = new StillLoader(tools);
        var whole = new PictureSegment { Id = "", Range = new TimeRange(TimeSpan.Zero, timeline.Duration) };
        var last = file.Info.Duration - s_lastPicture;
        await Parallel.ForEachAsync(
            Enumerable.Range(0, pictures.Length),
            new ParallelOptions { MaxDegreeOfParallelism = options.ComposerThreads, CancellationToken = cancellationToken },
            async (i, token) => pictures[i] = await loader.LoadAsync(
                file, whole, layout.Tiles[i].Width, layout.Tiles[i].Height, workFolder, token, moments[i] < last ? moments[i] : last));
        return await WriteAsync(layout, [.. pictures.Zip(moments)], lanes, timeline.Duration, [], workFolder, cancellationToken);
    }

    /// <summary>A finished picture, small.</summary>
    public async Task<PreviewPicture> FilePictureAsync(MediaFile file, string workFolder, CancellationToken cancellationToken)
    {
        var canvas = new Canvas(file.Info.Width, file.Info.Height, Canvas.Landscape.FramesPerSecond);
        var scale = Math.Min(1, (double)FrameSide / Math.Max(canvas.Width, canvas.Height));
        var whole = new PictureSegment { Id = "", Range = new TimeRange(TimeSpan.Zero, TimeSpan.FromSeconds(1)) };
        var picture = await new StillLoader(tools).LoadAsync(file, whole, Even(canvas.Width * scale), Even(canvas.Height * scale), workFolder, cancellationToken);
        var (jpeg, width, height) = await new JpegWriter(tools).WriteAsync(picture, MostFrameBytes, workFolder, cancellationToken);
        return new PreviewPicture(jpeg, width, height, [], []);
    }

    /// <summary>One frame. A time after the end shows the last.</summary>
    public async Task<PreviewPicture> FrameAsync(
        VideoTimeline timeline, IMediaFiles media, TimeSpan at, int? side, string workFolder, CancellationToken cancellationToken)
    {
        var shown = side ?? FrameSide;
        var plan = RenderPlanner.Plan(timeline, Settings(timeline, shown * FrameComposedTwice));
        var frame = FrameAt(plan, at);
        var source = new StillFrames(tools, media, cache, TextRasterizers.Choose(tools), options, workFolder);
        PlanarPicture? picture = null;
        await source.ComposeAsync(
            timeline, plan, [frame],
            composed => picture = PictureScaler.Shrink(composed, composed.Width / FrameComposedTwice & ~1, composed.Height / FrameComposedTwice & ~1),
            cancellationToken);
        var (jpeg, width, height) = await new JpegWriter(tools).WriteAsync(picture!, MostFrameBytes, workFolder, cancellationToken);
        return new PreviewPicture(jpeg, width, height, [TimeSpan.FromSeconds((double)frame / plan.Canvas.FramesPerSecond)], source.Missing);
    }

    /// <summary>Some frames, one beside the other in rows of <see cref="PreviewRequest.StripColumns"/>. A time after the end shows the last.</summary>
    /// <param name="moments">Ascending.</param>
    public async Task<PreviewPicture> StripAsync(
        VideoTimeline timeline, IMediaFiles media, IReadOnlyList<TimeSpan> moments, int? side, string workFolder, CancellationToken cancellationToken)
    {
        var plan = RenderPlanner.Plan(timeline, Settings(timeline, ComposedSide));
        var shown = Settings(timeline, side ?? StripSide).Canvas;
        var columns = Math.Min(moments.Count, PreviewRequest.StripColumns);
        var strip = new PlanarPicture(columns * shown.Width, (moments.Count + columns - 1) / columns * shown.Height);
        strip.Fill(YuvColor.Black);
        var source = new StillFrames(tools, media, cache, TextRasterizers.Choose(tools), options, workFolder);
        var drawn = 0;
        await source.ComposeAsync(
            timeline, plan, [.. moments.Select(moment => FrameAt(plan, moment))],
            frame =>
            {
                Ink.Place(strip, PictureScaler.Shrink(frame, shown.Width, shown.Height), drawn % columns * shown.Width, drawn / columns * shown.Height);
                drawn++;
            },
            cancellationToken);
        var (jpeg, width, height) = await new JpegWriter(tools).WriteAsync(strip, MostStripBytes, workFolder, cancellationToken);
        return new PreviewPicture(jpeg, width, height, moments, source.Missing);
    }

    private async Task<PreviewPicture> WriteAsync(
        SheetLayout layout, IReadOnlyList<(PlanarPicture Picture, TimeSpan At)> tiles, IReadOnlyList<Lane> lanes, TimeSpan duration,
        IReadOnlyList<string> missing, string workFolder, CancellationToken cancellationToken)
    {
        var painter = new SheetPainter(new LabelWriter(TextRasterizers.Choose(tools), workFolder));
        var sheet = await painter.PaintAsync(layout, tiles, lanes, duration, cancellationToken);
        var (jpeg, width, height) = await new JpegWriter(tools).WriteAsync(sheet, MostSheetBytes, workFolder, cancellationToken);
        return new PreviewPicture(jpeg, width, height, [.. tiles.Select(tile => tile.At)], missing);
    }

    /// <summary>Without a wish for the number of tiles, as many as suit the timeline, and then as fill the last row.</summary>
    private static SheetLayout LayoutFor(VideoTimeline timeline, int lanes, int? tiles, int? side)
    {
        var least = tiles ?? TileChoice.CountFor(timeline);
        var most = tiles ?? Math.Min(TileChoice.Most, least + 3);
        return Enumerable.Range(least, most - least + 1)
            .Select(count => SheetLayout.Of(timeline.Canvas.AspectRatio, count, lanes, side ?? SheetSide))
            .OrderBy(layout => layout.Empty)
            .First();
    }

    private static RenderSettings Settings(VideoTimeline timeline, int longSide)
    {
        var canvas = timeline.Canvas;
        var scale = (double)longSide / Math.Max(canvas.Width, canvas.Height);
        return new RenderSettings(
            OutputFormat.Mp4, RenderQuality.Draft, new Canvas(Even(canvas.Width * scale), Even(canvas.Height * scale), canvas.FramesPerSecond));
    }

    private static int FrameAt(RenderPlan plan, TimeSpan moment) =>
        Math.Clamp((int)(moment.TotalSeconds * plan.Canvas.FramesPerSecond), 0, plan.TotalFrames - 1);

    private static int LongSide(PixelRect tile) => Math.Max(tile.Width, tile.Height);

    private static int Even(double value) => Math.Max(16, (int)Math.Round(value / 2) * 2);
}
