using VideoCreateAi.Studio.Ffmpeg;
using VideoCreateAi.Studio.Library;
using VideoCreateAi.Studio.Rendering.Compositing;
using VideoCreateAi.Studio.Rendering.Pictures;
using VideoCreateAi.Studio.Rendering.Planning;
using VideoCreateAi.Studio.Rendering.Text;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Rendering;

/// <summary>One render: what is shown, how, and where it is worked on.</summary>
internal sealed record RenderScene(VideoTimeline Timeline, RenderPlan Plan, RenderSettings Settings, IMediaFiles Media, string WorkFolder)
{
    public RenderNotes Notes { get; } = new();

    /// <summary>One for all parts of the render.</summary>
    public TextBackdrops Backdrops { get; } = new();

    /// <summary>One still at a time, for all parts of the render.</summary>
    public SemaphoreSlim Decoding { get; } = new(1);

    /// <summary>Begins to compose these frames.</summary>
    /// <param name="threads">How many compose at once.</param>
    public FramePipeline Compose(IReadOnlyList<FrameRange> ranges, IToolRunner tools, RenderOptions options, int threads, CancellationToken cancellationToken)
    {
        var factory = new ShotFactory(tools, Media, Plan.Canvas, WorkFolder, Notes, decoding: Decoding, isQuick: Settings.Quality == RenderQuality.Draft);
        var texts = new TextLayer(Plan, TextRasterizers.Choose(tools), WorkFolder, options, Notes, (text, token) => Backdrops.OfAsync(text, this, tools, options, token));
        return new FramePipeline(
            Plan, ranges, new ShotSchedule(Plan, factory, cancellationToken, ranges), texts, YuvColor.Parse(Timeline.Background, YuvColor.Black),
            threads, cancellationToken);
    }
}
