using VideoCreateAi.Studio.Director.Operations;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Director;

/// <summary>What stands there before the first edit: all that can be shown, in order of upload.</summary>
internal static class BaseTimeline
{
    private const int Many = 20;

    public static VideoTimeline Of(VideoTimeline empty, IReadOnlyList<Asset> assets, IReadOnlyCollection<string> elsewhere) =>
        empty.WithShots(MotionChoice.ForRow(
            [.. assets.Where(asset => ShotBuilder.IsShowable(asset) && !elsewhere.Contains(asset.Id)).Select((asset, place) => ShotBuilder.Shot(asset, empty.Canvas, place))],
            assets, empty.Canvas));

    public static void Lay(EditDesk desk, IReadOnlyList<EditOperation> operations)
    {
        if (operations.OfType<ArrangeShots>().FirstOrDefault() is { Others: false } order && order.Order.All(shot => shot.MediaId is not null))
        {
            return;
        }

        var elsewhere = operations.SelectMany(operation => operation.MediaElsewhere).ToHashSet();
        if (desk.Assets.Where(ShotBuilder.IsShowable).All(asset => elsewhere.Contains(asset.Id)))
        {
            elsewhere.Clear();
        }

        var laid = Of(desk.Timeline, desk.Assets, elsewhere);
        var shots = laid.Shots();
        if (shots.Count == 0)
        {
            return;
        }

        var stills = shots.Count(shot => shot.Kind == PictureKind.Image);
        if (stills >= Many)
        {
            desk.Mention($"{stills} pictures are many for one video: fewer are faster to make and easier to watch, for example \"keep only the first 12 photos\".");
        }

        desk.Change(laid, stills == 0 ? Words.Count(shots.Count, "clip")
            : stills == shots.Count ? Words.Count(stills, "picture")
            : $"{Words.Count(stills, "picture")} and {Words.Count(shots.Count - stills, "clip")}");
    }

    /// <summary>The first message did no more than lay this out, so taking it back leaves nothing.</summary>
    public static bool IsPlain(TurnInput input) =>
        input.Current is null || TimelineChange.Between(Of(new VideoTimeline(), input.Assets, []), input.Current).Count == 0;
}
