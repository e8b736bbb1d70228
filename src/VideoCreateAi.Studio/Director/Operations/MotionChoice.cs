using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Director.Operations;

/// <summary>How a still moves where the user does not say. Where the canvas hides much of a picture, a pan shows it;
/// where it hides little, a zoom breathes. Neighbours never move alike.</summary>
internal static class MotionChoice
{
    // Shape of the picture over shape of the canvas: 4:3 and 3:2 in an upright canvas are above 2, a panorama is above 3.
    private const double MuchHidden = 1.6;
    private const double MostlyHidden = 3.0;

    private static readonly Motion[] s_zooms = [Motion.ZoomIn, Motion.ZoomOut];
    private static readonly Motion[] s_acrossAndZooms = [Motion.PanRight, Motion.ZoomIn, Motion.PanLeft, Motion.ZoomOut];
    private static readonly Motion[] s_across = [Motion.PanRight, Motion.PanLeft];
    private static readonly Motion[] s_upAndZooms = [Motion.PanUp, Motion.ZoomIn, Motion.PanDown, Motion.ZoomOut];
    private static readonly Motion[] s_up = [Motion.PanUp, Motion.PanDown];

    public static Motion For(Asset? asset, Canvas canvas, int place, Motion before)
    {
        var turns = Turns(asset, canvas);
        var choice = turns[place % turns.Length];
        return choice == before ? turns[(place + 1) % turns.Length] : choice;
    }

    /// <summary>Chooses for every still of the row.</summary>
    public static IReadOnlyList<PictureSegment> ForRow(IReadOnlyList<PictureSegment> shots, IReadOnlyList<Asset> assets, Canvas canvas)
    {
        var result = new List<PictureSegment>(shots.Count);
        var place = 0;
        foreach (var shot in shots)
        {
            var before = result.Count > 0 ? result[^1].Motion : Motion.None;
            result.Add(shot.Kind == PictureKind.Image ? shot with { Motion = For(Find(assets, shot), canvas, place++, before) } : shot);
        }

        return result;
    }

    /// <summary>Whether the stills move as they would where nobody asked: each as one of its turns, and not all alike.</summary>
    public static bool IsOurs(IReadOnlyList<PictureSegment> shots, IReadOnlyList<Asset> assets, Canvas canvas)
    {
        var stills = shots.Where(shot => shot.Kind == PictureKind.Image).ToList();
        if (stills.Count == 0 || stills.Exists(still => !Turns(Find(assets, still), canvas).Contains(still.Motion)))
        {
            return false;
        }

        return stills.Count == 1
            ? stills[0].Motion == Turns(Find(assets, stills[0]), canvas)[0]
            : stills.Select(still => still.Motion).Distinct().Count() > 1;
    }

    private static Motion[] Turns(Asset? asset, Canvas canvas)
    {
        var shape = asset is { Width: > 0, Height: > 0 } ? (double)asset.Width / asset.Height / canvas.AspectRatio : 1;
        return shape switch
        {
            > MostlyHidden => s_across,
            > MuchHidden => s_acrossAndZooms,
            < 1 / MostlyHidden => s_up,
            < 1 / MuchHidden => s_upAndZooms,
            _ => s_zooms,
        };
    }

    private static Asset? Find(IReadOnlyList<Asset> assets, PictureSegment shot) => assets.FirstOrDefault(asset => asset.Id == shot.Source);
}
