using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Director.Operations;

/// <summary>Puts media that is not yet shown, or shown once more, into the row.</summary>
internal sealed record InsertMedia(IReadOnlyList<string> Media, Destination To, TimeSpan? Length) : EditOperation
{
    public override EditStage Stage => EditStage.Shots;

    public override IEnumerable<string> MediaElsewhere => Media;

    public override void Apply(EditDesk desk)
    {
        if (To.Moment is { } moment)
        {
            desk.Amend(desk.Timeline.SplittingAt(moment));
        }

        var count = desk.Timeline.Shots().Count;
        var at = To.IndexIn([.. Enumerable.Range(0, count)], desk.Timeline) ?? count;
        var before = at > 0 && at <= count ? desk.Timeline.Shots()[at - 1].Motion : Motion.None;
        var shots = Media.Select(desk.Find).OfType<Asset>().Where(ShotBuilder.IsShowable)
            .Select((asset, place) => ShotBuilder.Shot(asset, desk.Timeline.Canvas, count + place, place == 0 ? before : Motion.None))
            .Select(shot => Length is { } length ? SetShotLength.Limited(shot, length, desk) : shot)
            .ToList();
        if (shots.Count == 0)
        {
            return;
        }

        desk.Change(desk.Timeline.Inserting(at, shots), "added " + string.Join(", ", shots.Select(shot => shot.Name)));
    }
}
