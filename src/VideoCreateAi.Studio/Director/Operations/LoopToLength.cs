using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Director.Operations;

/// <summary>Plays the row again and again until it lasts so long; the last round ends there.</summary>
internal sealed record LoopToLength(TimeSpan Length) : EditOperation
{
    private const int MostRounds = 200;

    public override EditStage Stage => EditStage.Shots;

    public override void Apply(EditDesk desk)
    {
        var now = desk.Timeline.ProgrammeEnd();
        var rounds = now > TimeSpan.Zero ? (int)Math.Ceiling(Length / now) : 0;
        if (rounds is 0 or > MostRounds)
        {
            desk.CannotDo($"{Words.Seconds(now)} cannot be looped to {Words.Seconds(Length)}.");
            return;
        }

        var row = Enumerable.Range(0, desk.Timeline.Shots().Count).ToList();
        var looped = desk.Timeline.InOrder(Enumerable.Repeat(row, rounds).SelectMany(round => round));
        desk.Change(looped.ProgrammeEnd() > Length ? looped.KeepingOnly(new TimeRange(TimeSpan.Zero, Length)) : looped, $"looped to {Words.Seconds(Length)}");
    }
}
