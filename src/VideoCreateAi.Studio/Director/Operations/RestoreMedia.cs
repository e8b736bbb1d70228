using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Director.Operations;

/// <summary>Brings a removed shot back to where it was, as it was.</summary>
internal sealed record RestoreMedia(string MediaId) : EditOperation
{
    public override EditStage Stage => EditStage.Shots;

    public override IEnumerable<string> MediaElsewhere => [MediaId];

    public override void Apply(EditDesk desk)
    {
        var asset = desk.Find(MediaId);
        if (asset is null || desk.Timeline.Shots().Any(shot => shot.Source == MediaId))
        {
            return;
        }

        var earlier = desk.Input.Previous.OfType<VideoTimeline>().FirstOrDefault(timeline => timeline.Shots().Any(shot => shot.Source == MediaId));
        var place = earlier?.Shots().ToList().FindIndex(shot => shot.Source == MediaId) ?? desk.Timeline.Shots().Count;
        var shot = earlier?.Shots()[place] ?? ShotBuilder.Shot(asset, desk.Timeline.Canvas, place);
        if (desk.Timeline.Shots() is [var first, ..] others && others.All(other => other.Filter == first.Filter && other.Adjustment == first.Adjustment))
        {
            // The look that all the others have by now is its too.
            shot = shot with { Filter = first.Filter, Adjustment = first.Adjustment };
        }

        desk.Change(desk.Timeline.Inserting(place, [shot]), $"{asset.Name} is back");
    }
}
