using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Director.Operations;

/// <summary>Begins earlier: what a cut took off the front of the first clip comes back so far.</summary>
internal sealed record GrowStart(TimeSpan More) : EditOperation
{
    public override EditStage Stage => EditStage.Shots;

    public override void Apply(EditDesk desk)
    {
        if (desk.Timeline.Shots() is not [var first, ..])
        {
            return;
        }

        if (first.IsElastic())
        {
            new SetShotLength(ShotReference.Nth(1), null, More: More).Apply(desk);
            return;
        }

        var earlier = More.Times(first.Speed) < first.In ? More.Times(first.Speed) : first.In;
        if (earlier <= TimeSpan.Zero)
        {
            desk.CannotDo($"{first.Name} is shown from its beginning already.");
            return;
        }

        desk.Change(desk.Timeline.ChangingShots([0], clip => clip.ShowingSource(clip.In - earlier, clip.Out)), $"{first.Name} starts {Words.Seconds(earlier)} earlier");
    }
}
