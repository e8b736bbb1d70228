using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Director.Operations;

/// <summary>Plays clips as fast as makes them last so long together.</summary>
internal sealed record SpeedToLength(ShotReference Shots, TimeSpan Length) : EditOperation
{
    private const double Slowest = 0.1;
    private const double Fastest = 20;

    public override EditStage Stage => EditStage.Shots;

    public override void Apply(EditDesk desk)
    {
        var indices = desk.Resolve(Shots);
        var shots = indices.Select(index => desk.Timeline.Shots()[index]).ToList();
        var clips = shots.Where(shot => !shot.IsElastic()).Sum(shot => shot.Slot().TotalMilliseconds);
        var left = Length.TotalMilliseconds - shots.Where(shot => shot.IsElastic()).Sum(shot => shot.Slot().TotalMilliseconds);
        if (clips == 0 || left <= 0)
        {
            desk.CannotDo(clips == 0 ? "Only clips have a speed; stills have a length." : $"The pictures alone are longer than {Words.Seconds(Length)}.");
            return;
        }

        var factor = clips / left;
        var changed = desk.Timeline.ChangingShots([.. indices], shot => shot.AtSpeed(Math.Clamp(Math.Round(shot.Speed * factor, 4), Slowest, Fastest)));
        desk.Change(changed, $"speed {Words.Factor(changed.Shots().First(shot => !shot.IsElastic()).Speed)}, to last {Words.Seconds(Length)}");
        if (indices is [var only] && changed.Shots()[only] is { Speed: Fastest } still && still.Slot() > Length)
        {
            desk.Amend(desk.Timeline.ChangingShots([only], shot => SetShotLength.Limited(shot, Length, desk)));
            desk.Mention($"A clip plays at most {Words.Factor(Fastest)} as fast, so the end of {still.Name} is left out to come down to {Words.Seconds(Length)}.");
        }
    }
}
