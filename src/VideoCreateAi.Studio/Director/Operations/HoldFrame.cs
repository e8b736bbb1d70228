using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Director.Operations;

/// <summary>Freezes the first or last frame of a shot, or the frame at a moment of the programme.</summary>
internal sealed record HoldFrame(ShotReference Shot, bool AtStart, TimeSpan? Moment, TimeSpan Length) : EditOperation
{
    public override EditStage Stage => EditStage.Shots;

    public override void Apply(EditDesk desk)
    {
        var timeline = Moment is { } at ? desk.Timeline.SplittingAt(at) : desk.Timeline;
        var shots = timeline.Shots();
        var index = Moment is { } moment
            ? shots.ToList().FindLastIndex(shot => shot.SlotRange().End <= moment + timeline.OneFrame())
            : Shot.Resolve(timeline) is { Count: > 0 } found ? (AtStart ? found[0] : found[^1]) : -1;
        if (index < 0)
        {
            desk.CannotDo("I could not find the frame to hold.");
            return;
        }

        var shot = shots[index];
        if (shot.IsElastic())
        {
            desk.Change(timeline.ChangingShots([index], still => still.WithSlot(still.Slot() + Length)), $"{shot.Name} holds {Words.Seconds(Length)} longer");
            return;
        }

        var oneFrame = timeline.OneFrame().Times(Math.Max(1, shot.Speed));
        var last = shot.Out - oneFrame > shot.In ? shot.Out - oneFrame : shot.In;
        var held = shot.Held(AtStart != shot.Reverse ? shot.In : last, Length);
        desk.Change(timeline.Inserting(AtStart ? index : index + 1, [held]), $"frame of {shot.Name} held for {Words.Seconds(Length)}");
    }
}
