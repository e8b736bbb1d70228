using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Director.Operations;

/// <param name="Plays">How often it plays in all.</param>
internal sealed record RepeatShots(ShotReference Shots, int Plays) : EditOperation
{
    private const int MostPlays = 100;

    public override EditStage Stage => EditStage.Shots;

    public override void Apply(EditDesk desk)
    {
        var indices = desk.Resolve(Shots);
        if (indices.Count == 0)
        {
            return;
        }

        var plays = Math.Clamp(Plays, 1, MostPlays);
        var all = Enumerable.Range(0, desk.Timeline.Shots().Count).ToList();
        var order = Shots.IsAll
            ? Enumerable.Repeat(all, plays).SelectMany(round => round)
            : all.SelectMany(index => Enumerable.Repeat(index, indices.Contains(index) ? plays : 1));
        desk.Change(desk.Timeline.InOrder(order), $"plays {Words.Count(plays, "time")}");
    }
}
