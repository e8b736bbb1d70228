using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Director.Operations;

/// <summary>From media to shots, with a director's taste where the user has none: stills move a little, and each differently.</summary>
internal static class ShotBuilder
{
    public static readonly TimeSpan StillLength = TimeSpan.FromSeconds(3);

    public static PictureSegment Shot(Asset asset, Canvas canvas, int place, Motion before = Motion.None) => asset.Kind == AssetKind.Video
        ? new PictureSegment
        {
            Id = "",
            Name = asset.Name,
            Source = asset.Id,
            Kind = PictureKind.Video,
            Out = asset.Duration.Rounded(),
            Range = new TimeRange(TimeSpan.Zero, asset.Duration.Rounded()),
        }
        : new PictureSegment
        {
            Id = "",
            Name = asset.Name,
            Source = asset.Id,
            Motion = MotionChoice.For(asset, canvas, place, before),
            Range = new TimeRange(TimeSpan.Zero, StillLength),
        };

    public static bool IsShowable(Asset asset) =>
        asset.Kind == AssetKind.Image || (asset.Kind == AssetKind.Video && asset.Duration > TimeSpan.FromMilliseconds(40));
}
