using VideoCreateAi.Studio.Library;
using VideoCreateAi.Studio.Rendering.Compositing;
using VideoCreateAi.Studio.Rendering.Planning;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Rendering.Pictures;

internal sealed partial class ShotFactory
{
    // After it no picture may begin: streams end a little before their file says so.
    private static readonly TimeSpan s_lastPicture = TimeSpan.FromMilliseconds(100);

    /// <summary>For one frame alone: of a clip only that picture is decoded.</summary>
    public Task<Shot> CreateStandingAsync(PlannedShot plan, int frame, CancellationToken cancellationToken) =>
        CreateAsync(plan, frame, isAlone: true, cancellationToken);

    /// <summary>Has the stills of these shots decoded together, where they are kept.</summary>
    public Task PrepareAsync(IEnumerable<PlannedShot> plans, int atOnce, CancellationToken cancellationToken) =>
        _stills.PrepareAsync([.. plans.Select(RequestOf).OfType<StillRequest>()], workFolder, atOnce, cancellationToken);

    private StillRequest? RequestOf(PlannedShot plan)
    {
        if (plan.Segment is not { Source: { } source } segment || !Knows(source) || media.Get(source) is not { Kind: MediaKind.Image, Info.HasAlpha: false } file)
        {
            return null;
        }

        var (width, height) = StillSize(plan, file, segment, segment.Fit);
        return new StillRequest(file, segment, width, height);
    }

    private async Task<PlanarPicture> PictureAtAsync(
        PlannedShot plan, MediaFile file, int frame, FractionRect? window, int width, int height, CancellationToken cancellationToken)
    {
        var segment = plan.Segment;
        var speed = segment.Speed > 0 ? segment.Speed : 1;
        var played = segment.IsHeld() ? 0 : segment.Reverse ? plan.End - 1 - frame : frame - plan.First;
        var at = segment.In + TimeSpan.FromSeconds(played * speed / canvas.FramesPerSecond);
        if (file.Info.Duration > s_lastPicture && at > file.Info.Duration - s_lastPicture)
        {
            at = file.Info.Duration - s_lastPicture;
        }

        var shown = window is { } part ? segment with { Crop = CutOut.Within(segment.Crop, part) } : segment;
        try
        {
            return await _stills.LoadAsync(file, shown, width, height, workFolder, cancellationToken, at);
        }
        catch (RenderException) when (at > segment.In)
        {
            // A clip whose pictures end before it says so; in the render its last one stands still.
            return await _stills.LoadAsync(file, shown, width, height, workFolder, cancellationToken, segment.In + (at - segment.In) / 2);
        }
    }
}
