using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Director.Operations;

/// <param name="Relative">Times what it is now, instead of times as recorded.</param>
internal sealed record SetSpeed(ShotReference Shots, double Speed, bool Relative, StretchOf? Part = null) : EditOperation
{
    private const double Slowest = 0.1;
    private const double Fastest = 20;

    public override EditStage Stage => EditStage.Shots;

    public override void Apply(EditDesk desk)
    {
        var timeline = desk.Timeline;
        var indices = desk.Resolve(Shots);
        if (Part is not null)
        {
            // Of the one shot named, else of the whole.
            var whole = !Shots.IsAll && indices.Count == 1 ? timeline.Shots()[indices[0]].SlotRange() : new TimeRange(TimeSpan.Zero, timeline.ProgrammeEnd());
            var part = Part.Within(whole);
            timeline = timeline.SplittingAt(part.Start).SplittingAt(part.End);
            indices = [.. Enumerable.Range(0, timeline.Shots().Count).Where(index =>
                timeline.Shots()[index].SlotRange() is var slot && slot.Start >= part.Start && slot.End <= part.End + timeline.OneFrame())];
        }

        if (desk.IsNew && timeline.Shots().All(shot => shot.Kind == PictureKind.Scene))
        {
            // "a timelapse of clouds" names a kind of picture.
            return;
        }

        if (indices.Count == 0 || indices.All(index => timeline.Shots()[index].IsElastic()))
        {
            desk.CannotDo("Only clips have a speed; stills have a length.");
            return;
        }

        var changed = timeline.ChangingShots([.. indices], shot => shot.AtSpeed(SpeedOf(shot)));
        // A clip of which next to nothing is left may be none any more, so its speed is told from before.
        desk.Change(changed, $"speed {Words.Factor(SpeedOf(timeline.Shots()[indices.First(index => !timeline.Shots()[index].IsElastic())]))}");
    }

    private double SpeedOf(PictureSegment shot) => Math.Clamp(Math.Round(Relative ? shot.Speed * Speed : Speed, 4), Slowest, Fastest);
}
