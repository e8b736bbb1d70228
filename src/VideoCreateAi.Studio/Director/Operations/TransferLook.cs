using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Director.Operations;

/// <summary>What the message before changed of one shot is changed of another instead, and the first is as it was.</summary>
internal sealed record TransferLook(ShotReference From, ShotReference To) : EditOperation
{
    public override EditStage Stage => EditStage.Shots;

    public override void Apply(EditDesk desk)
    {
        if (desk.Input.Previous is not [{ } before, ..] || desk.Resolve(From) is not [var from, ..] || desk.Resolve(To) is not { Count: > 0 } to || From.Resolve(before) is not [var was, ..])
        {
            return;
        }

        var (old, now) = (before.Shots()[was], desk.Timeline.Shots()[from]);
        var slot = old.Slot() != now.Slot() && old.Speed == now.Speed ? now.Slot() : (TimeSpan?)null;
        var changed = desk.Timeline.ChangingShots([from], shot => Sized(Looking(shot, old), slot is null ? null : old.Slot(), desk));
        changed = changed.ChangingShots([.. to], shot => Sized(Differing(shot, old, now), slot, desk));
        desk.Change(changed, $"{desk.Timeline.Shots()[to[0]].Name} instead of {now.Name}");
    }

    private static PictureSegment Sized(PictureSegment shot, TimeSpan? slot, EditDesk desk) => slot is { } length ? SetShotLength.Limited(shot, length, desk) : shot;

    private static PictureSegment Looking(PictureSegment shot, PictureSegment like) => (shot.Speed == like.Speed ? shot : shot.AtSpeed(like.Speed)) with
    {
        Filter = like.Filter, Adjustment = like.Adjustment, Rotation = like.Rotation, Flip = like.Flip, Reverse = like.Reverse, Volume = like.Volume, Motion = like.Motion, Fit = like.Fit, Crop = like.Crop,
    };

    /// <summary>The shot with what changed from the one to the other.</summary>
    private static PictureSegment Differing(PictureSegment shot, PictureSegment old, PictureSegment now) => (old.Speed == now.Speed || shot.IsElastic() ? shot : shot.AtSpeed(now.Speed)) with
    {
        Filter = old.Filter == now.Filter ? shot.Filter : now.Filter,
        Adjustment = old.Adjustment == now.Adjustment ? shot.Adjustment : now.Adjustment,
        Rotation = old.Rotation == now.Rotation ? shot.Rotation : now.Rotation,
        Flip = old.Flip == now.Flip ? shot.Flip : now.Flip,
        Reverse = old.Reverse == now.Reverse ? shot.Reverse : now.Reverse,
        Volume = old.Volume == now.Volume ? shot.Volume : now.Volume,
        Motion = old.Motion == now.Motion ? shot.Motion : now.Motion,
        Fit = old.Fit == now.Fit ? shot.Fit : now.Fit,
        Crop = old.Crop == now.Crop ? shot.Crop : now.Crop,
    };
}
