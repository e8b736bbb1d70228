using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Director.Operations;

/// <summary>Puts media that is not yet shown, or shown once more, into the row.</summary>
internal sealed record InsertMedia(IReadOnlyList<string> Media, Destination To, TimeSpan? Length) : EditOperation
{
    public override EditStage Stage => EditStage.Shots;

    public override IEnumerable<string> MediaElsewhere => Media;

    public override void Apply(EditDesk desk)
    {
        var count = desk.Timeline.Shots().Count;
        var shots = Media.Select(desk.Find).OfType<Asset>().Where(ShotBuilder.IsShowable)
            .Select((asset, place) => ShotBuilder.Shot(asset, desk.Timeline.Canvas, count + place))
            .Select(shot => Length is { } length ? SetShotLength.Limited(shot, length, desk) : shot)
            .ToList();
        if (shots.Count == 0)
        {
            return;
        }

        var at = To.IndexIn([.. Enumerable.Range(0, count)], desk.Timeline) ?? count;
        desk.Change(desk.Timeline.Inserting(at, shots), "added " + string.Join(", ", shots.Select(shot => shot.Name)));
    }
}
