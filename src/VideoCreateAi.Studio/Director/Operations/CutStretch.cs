using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Director.Operations;

/// <summary>Cuts a stretch out of the programme, or of the shots named; or keeps only that stretch.</summary>
internal sealed record CutStretch(StretchOf Stretch, ShotReference? Shots, bool Keep) : EditOperation
{
    public override EditStage Stage => EditStage.Shots;

    public override void Apply(EditDesk desk)
    {
        if (Shots is { IsAll: false } shots)
        {
            foreach (var index in desk.Resolve(shots).OrderDescending())
            {
                if (Keep && Stretch is { FromEnd: false, ToEnd: false } && Stretch.From == TimeSpan.Zero && desk.Timeline.Shots()[index].IsElastic())
                {
                    // A still has no first seconds but those that it is shown.
                    new SetShotLength(ShotReference.Nth(index + 1), Stretch.To).Apply(desk);
                    continue;
                }

                CutWithin(desk, desk.Timeline.Shots()[index].SlotRange(), desk.Timeline.Shots()[index].Name);
            }

            return;
        }

        CutWithin(desk, new TimeRange(TimeSpan.Zero, desk.Timeline.ProgrammeEnd()), "the video");
    }

    private void CutWithin(EditDesk desk, TimeRange whole, string name)
    {
        var range = Stretch.Within(whole);
        var left = Keep ? range.Duration : whole.Duration - range.Duration;
        if (range.Duration <= TimeSpan.Zero || left < desk.Timeline.OneFrame())
        {
            desk.CannotDo($"{Capital(name)} is {Words.Seconds(whole.Duration)} long, so that cut would leave nothing.");
            return;
        }

        if (Keep)
        {
            var timeline = desk.Timeline;
            timeline = range.End < whole.End ? timeline.CuttingOut(TimeRange.Between(range.End, whole.End)) : timeline;
            timeline = range.Start > whole.Start ? timeline.CuttingOut(TimeRange.Between(whole.Start, range.Start)) : timeline;
            desk.Trim(timeline, $"kept {Words.Range(new TimeRange(range.Start - whole.Start, range.Duration))} of {name}");
        }
        else
        {
            desk.Trim(desk.Timeline.CuttingOut(range), $"cut {Words.Range(new TimeRange(range.Start - whole.Start, range.Duration))} from {name}");
        }
    }

    private static string Capital(string name) => char.ToUpperInvariant(name[0]) + name[1..];
}
