using VideoCreateAi.Studio.Director.Operations;
using VideoCreateAi.Studio.Director.Reading;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Director.Recognition;

/// <summary>Rotated, mirrored and played backwards, and taken back again.</summary>
internal static class TurnReading
{
    public static void Read(Clause clause, Wishes wishes)
    {
        if (clause.Does(Sense.Undo, Sense.Remove, Sense.Without) && clause.Peek(Sense.Rotate, Sense.Mirror, Sense.Backwards) is { } turn)
        {
            // "undo the rotation"
            clause.TakeAll(Sense.Undo, Sense.Remove, Sense.Without, Sense.Rotate, Sense.Mirror, Sense.Backwards, Sense.Make);
            PictureRecogniser.Change(PictureRecogniser.Meant(clause, wishes), wishes, new ChangeLook(ShotReference.All) { Unturns = turn.Sense, Step = "as it was filmed" });
            return;
        }

        if (OtherWay(clause, wishes))
        {
            return;
        }

        // "the second photo is upside down": said as a fault, and turned back.
        var isFault = clause.Peek(Sense.Axis) is { Value: "vertical" } && !clause.Has(Sense.Mirror, Sense.Rotate) && clause.Has(Sense.ShotPlace, Sense.Media, Sense.It, Sense.Clip, Sense.Still, Sense.Video);
        if (clause.Has(Sense.Rotate) || clause.Has(Sense.Degrees) || isFault)
        {
            var lies = clause.Peek(Sense.Rotate) is { Value: "fault" };
            clause.TakeAll(Sense.Rotate, Sense.Make);
            var degrees = clause.Take(Sense.Degrees)?.Number ?? QuarterTurn(clause) ?? (clause.Peek(Sense.Axis) is { Value: "vertical" } ? 180 : 90);
            var backwards = clause.Take(Sense.CounterClockwise) is not null || clause.Peek(Sense.Position) is { Value: "left" };
            clause.TakeAll(Sense.Axis, Sense.Position);
            if (lies)
            {
                wishes.Note("I turned it clockwise. If it stands on its head now, say \"it is upside down\".");
            }

            var quarter = (int)Math.Round(degrees / 90) * 90 * (backwards ? -1 : 1);
            PictureRecogniser.Change(PictureRecogniser.Meant(clause, wishes), wishes, new ChangeLook(ShotReference.All) { Rotate = quarter, Step = $"turned by {Math.Abs(quarter)}°" });
        }
        else if (clause.Has(Sense.Mirror))
        {
            clause.TakeAll(Sense.Mirror);
            var vertical = clause.Take(Sense.Axis) is { Value: "vertical" } || clause.Take(Sense.Canvas) is { Value: "9:16" };
            PictureRecogniser.Change(PictureRecogniser.Meant(clause, wishes), wishes, new ChangeLook(ShotReference.All) { Flip = vertical ? Flip.Vertical : Flip.Horizontal, Step = "mirrored" });
        }
        else if (clause.Has(Sense.Backwards) && !clause.Has(Sense.Sequence))
        {
            var forwards = clause.Peek(Sense.Backwards) is { Value: "forwards" };
            clause.TakeAll(Sense.Backwards, Sense.Make, Sense.Add);
            if (forwards)
            {
                var back = PictureRecogniser.Meant(clause, wishes);
                PictureRecogniser.Change(back, wishes, new ChangeLook(ShotReference.All) { Reverse = false, Step = "played forwards" });
                return;
            }

            PictureRecogniser.Change(PictureRecogniser.Meant(clause, wishes), wishes, new ChangeLook(ShotReference.All) { Reverse = true, Step = "played backwards" });
        }
    }

    /// <summary>"now she is upside down", "turn it upright": about the clip that the message before has turned, or this one.</summary>
    private static bool OtherWay(Clause clause, Wishes wishes)
    {
        var isUpright = clause.Peek(Sense.Canvas) is { Text: "upright" or "Upright" };
        if (isUpright && wishes.Operations.Any(operation => operation is ChangeLook { Rotate: not null }))
        {
            clause.TakeEverything();
            return true;
        }

        if (clause.Has(Sense.ShotPlace, Sense.Media, Sense.Sequence, Sense.Mirror, Sense.Degrees) || !(isUpright || clause.Peek(Sense.Axis) is { Value: "vertical" } || clause.Has(Sense.ReverseOrder)) || TurnedBefore(wishes) is not { } turned)
        {
            return false;
        }

        clause.TakeEverything();
        PictureRecogniser.Change([turned], wishes, new ChangeLook(ShotReference.All) { Rotate = 180, Step = "turned the other way" });
        return true;
    }

    private static ShotReference? TurnedBefore(Wishes wishes)
    {
        if (wishes.Input is not { Current: { } now, Previous: [{ } before, ..] })
        {
            return null;
        }

        var old = before.Shots().ToLookup(shot => shot.Source, shot => shot.Rotation);
        var turned = now.Shots().Where(shot => shot.Source is not null && old.Contains(shot.Source) && !old[shot.Source].Contains(shot.Rotation)).Select(shot => shot.Source).Distinct().ToList();
        return turned is [var only] ? ShotReference.Of(only!) : null;
    }

    /// <summary>"a 180 rotation"</summary>
    private static double? QuarterTurn(Clause clause) =>
        clause.Peek(Sense.Number) is { Number: 90 or 180 or 270 } ? clause.Take(Sense.Number)!.Number : null;
}
