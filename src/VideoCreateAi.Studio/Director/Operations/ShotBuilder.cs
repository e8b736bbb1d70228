using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Director.Operations;

/// <summary>From media to shots, with a director's taste where the user has none: stills move a little, and each differently.</summary>
internal static class ShotBuilder
{
    public static readonly TimeSpan StillLength = TimeSpan.FromSeconds(3);

    private static readonly Motion[] s_motions = [Motion.ZoomIn, Motion.PanRight, Motion.ZoomOut, Motion.PanLeft];

    public static PictureSegment Shot(Asset asset, Canvas canvas, int place) => asset.Kind == AssetKind.Video
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
            Motion = MotionFor(asset, canvas, place),
            Range = new TimeRange(TimeSpan.Zero, StillLength),
        };

    /// <summary>A panorama is panned along its length; everything else breathes in and out by turns.</summary>
    public static Motion MotionFor(Asset? asset, Canvas canvas, int place)
    {
        if (asset is not { Width: > 0, Height: > 0 })
        {
            return s_motions[place % s_motions.Length];
        }

        var shape = (double)asset.Width / asset.Height / canvas.AspectRatio;
        return shape switch
        {
            > 1.6 => place % 2 == 0 ? Motion.PanRight : Motion.PanLeft,
            < 0.6 => place % 2 == 0 ? Motion.PanUp : Motion.PanDown,
            _ => place % 2 == 0 ? Motion.ZoomIn : Motion.ZoomOut,
        };
    }

    public static bool IsShowable(Asset asset) =>
        asset.Kind == AssetKind.Image || (asset.Kind == AssetKind.Video && asset.Duration > TimeSpan.FromMilliseconds(40));
}
