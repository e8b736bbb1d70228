namespace VideoCreateAi.Studio.Timeline;

internal static class OverlayEditing
{
    public static IReadOnlyList<PictureSegment> Overlays(this VideoTimeline timeline) =>
        [.. timeline.PictureTracks.Where(track => track.Role == PictureRole.Overlay).SelectMany(track => track.Segments)];

    /// <summary>Lays a picture over the main track, above what already lies there.</summary>
    public static VideoTimeline Overlaying(this VideoTimeline timeline, PictureSegment overlay) => timeline with
    {
        PictureTracks =
        [
            .. timeline.PictureTracks,
            new PictureTrack { Id = timeline.NextTrack(), Role = PictureRole.Overlay, Segments = [overlay with { Id = timeline.NextSegment() }] },
        ],
    };

    public static VideoTimeline ChangingOverlays(this VideoTimeline timeline, Func<PictureSegment, PictureSegment?> change) => timeline with
    {
        PictureTracks = [.. timeline.PictureTracks
            .Select(track => track.Role == PictureRole.Main ? track : track with { Segments = [.. track.Segments.Select(change).OfType<PictureSegment>()] })
            .Where(track => track.Segments.Count > 0)],
    };
}
