using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Director.Operations;

/// <summary>Cuts a stretch free and plays it somewhere else, or there once more.</summary>
/// <param name="To">Null = right behind itself.</param>
/// <param name="Stays">The stretch is played where it was, too.</param>
internal sealed record MoveStretch(StretchOf Stretch, Destination? To, bool Stays) : EditOperation
{
    public override EditStage Stage => EditStage.Shots;

    public override void Apply(EditDesk desk)
    {
        var range = Stretch.Within(new TimeRange(TimeSpan.Zero, desk.Timeline.ProgrammeEnd()));
        if (range.Duration < desk.Timeline.OneFrame())
        {
            desk.CannotDo($"The video is {Words.Seconds(desk.Timeline.ProgrammeEnd())} long, so there is no such part in it.");
            return;
        }

        var divided = desk.Timeline.SplittingAt(range.Start).SplittingAt(range.End);
        var all = Enumerable.Range(0, divided.Shots().Count).ToList();
        var moved = all.Where(index => divided.Shots()[index].SlotRange() is var slot && slot.Start >= range.Start && slot.End <= range.End + divided.OneFrame()).ToList();
        var rest = Stays ? all : [.. all.Except(moved)];
        if (moved.Count == 0 || (To is not null && To.IndexIn(rest, divided) is null))
        {
            desk.CannotDo("I could not tell where to move that part.");
            return;
        }

        rest.InsertRange(To?.IndexIn(rest, divided) ?? moved[^1] + 1, moved);
        desk.Change(divided.InOrder(rest), $"{(Stays ? "repeated" : "moved")} {Words.Range(range)}");
    }
}
