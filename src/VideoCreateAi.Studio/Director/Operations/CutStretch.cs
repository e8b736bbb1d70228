using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Director.Operations;

/// <summary>Cuts stretches out of the programme, or of the shots named; or keeps only those. All are told by the times that stood there before.</summary>
internal sealed record CutStretch(IReadOnlyList<StretchOf> Stretches, ShotReference? Shots, bool Keep) : EditOperation
{
    public CutStretch(StretchOf stretch, ShotReference? shots, bool keep)
        : this([stretch], shots, keep)
    {
    }

    /// <summary>The shot lasts as long as before: what it loses at its head it shows more at its tail, as far as there is more.</summary>
    public bool KeepsLength { get; init; }

    public override EditStage Stage => EditStage.Shots;

    public override void Apply(EditDesk desk)
    {
        if (Shots is { IsAll: false } shots)
        {
            foreach (var index in desk.Resolve(shots).OrderDescending())
            {
                if (ShowsAnotherPart(desk, index))
                {
                    continue;
                }

                if (Keep && Stretches is [{ FromEnd: false, ToEnd: false } only] && only.From == TimeSpan.Zero && desk.Timeline.Shots()[index].IsElastic())
                {
                    // A still has no first seconds but those that it is shown.
                    new SetShotLength(ShotReference.Nth(index + 1), only.To).Apply(desk);
                    continue;
                }

                var shot = desk.Timeline.Shots()[index];
                (this with { Stretches = [.. Stretches.Select(stretch => InSlot(stretch, shot, desk))] }).CutWithin(desk, shot.SlotRange(), shot.Name);
            }

            return;
        }

        CutWithin(desk, new TimeRange(TimeSpan.Zero, desk.Timeline.ProgrammeEnd()), "the video");
    }

    /// <summary>"start it at 0:12", of a clip of which only the first 6 seconds are shown.</summary>
    private bool ShowsAnotherPart(EditDesk desk, int index)
    {
        var shot = desk.Timeline.Shots()[index];
        if (Keep || shot.IsElastic() || shot.Reverse || Stretches is not [{ FromEnd: false, ToEnd: false, IsMiddle: false } head] || head.From != TimeSpan.Zero || !(KeepsLength || head.To >= shot.Slot()))
        {
            return false;
        }

        var from = shot.In + head.To.Times(shot.Speed);
        var length = shot.Out - shot.In;
        var end = desk.SourceLength(shot);
        if (end - from < desk.Timeline.OneFrame())
        {
            return false;
        }

        var to = from + length < end ? from + length : end;
        desk.Change(desk.Timeline.ChangingShots([index], clip => clip.ShowingSource(from, to)), $"{shot.Name} from {Words.Seconds(from)} to {Words.Seconds(to)} of its file");
        return true;
    }

    /// <summary>"from 0:30 to 0:50" of a clip is told by the clip as it stood before the message, whatever was cut off it since, and whatever a transition covers.</summary>
    private static StretchOf InSlot(StretchOf stretch, PictureSegment shot, EditDesk desk)
    {
        if (stretch.FromEnd || stretch.From == TimeSpan.Zero || shot.Kind != PictureKind.Video || shot.Reverse)
        {
            return stretch;
        }

        var before = desk.Input.Current?.Shots().Where(other => other.Source == shot.Source && other.Speed == shot.Speed).ToList() ?? [];
        var cut = before.Count > 1 ? TimeSpan.Zero : shot.In - (before is [var one] ? one.In : TimeSpan.Zero);
        var shift = (cut > TimeSpan.Zero ? cut.Times(1 / shot.Speed) : TimeSpan.Zero) + (shot.SlotRange().Start - shot.Range.Start);
        var from = stretch.From > shift ? stretch.From - shift : TimeSpan.Zero;
        return stretch with { From = from, To = stretch.ToEnd ? stretch.To : stretch.To > shift ? stretch.To - shift : TimeSpan.Zero };
    }

    private void CutWithin(EditDesk desk, TimeRange whole, string name)
    {
        var named = Joined(Stretches.Select(stretch => stretch.Within(whole)).Where(range => range.Duration > TimeSpan.Zero));
        var removed = Keep ? Gaps(named, whole) : named;
        var left = whole.Duration - removed.Aggregate(TimeSpan.Zero, (sum, range) => sum + range.Duration);
        if (named.Count == 0 || left < desk.Timeline.OneFrame())
        {
            desk.CannotDo($"{Capital(name)} is {Words.Seconds(whole.Duration)} long, so that cut would leave nothing.");
            return;
        }

        // From behind: what goes later moves nothing before it.
        var timeline = Enumerable.Reverse(removed).Aggregate(desk.Timeline, (timeline, range) => timeline.CuttingOut(range));
        var told = string.Join(" and ", named.Select(range => Words.Range(new TimeRange(range.Start - whole.Start, range.Duration))));
        desk.Trim(timeline, Keep ? $"kept {told} of {name}" : $"cut {told} from {name}");
    }

    private static List<TimeRange> Joined(IEnumerable<TimeRange> ranges)
    {
        var joined = new List<TimeRange>();
        foreach (var range in ranges.OrderBy(range => range.Start))
        {
            if (joined.Count > 0 && range.Start <= joined[^1].End)
            {
                joined[^1] = TimeRange.Between(joined[^1].Start, range.End > joined[^1].End ? range.End : joined[^1].End);
            }
            else
            {
                joined.Add(range);
            }
        }

        return joined;
    }

    private static List<TimeRange> Gaps(List<TimeRange> kept, TimeRange whole)
    {
        var gaps = new List<TimeRange>();
        var at = whole.Start;
        foreach (var range in kept)
        {
            if (range.Start > at)
            {
                gaps.Add(TimeRange.Between(at, range.Start));
            }

            at = range.End;
        }

        if (whole.End > at)
        {
            gaps.Add(TimeRange.Between(at, whole.End));
        }

        return gaps;
    }

    private static string Capital(string name) => char.ToUpperInvariant(name[0]) + name[1..];
}
