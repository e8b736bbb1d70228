using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Director.Operations;

/// <summary>Cuts stretches out of the programme, or of the shots named; or keeps only those. All are told by the times that stood there before.</summary>
internal sealed record CutStretch(IReadOnlyList<StretchOf> Stretches, ShotReference? Shots, bool Keep) : EditOperation
{
    public CutStretch(StretchOf stretch, ShotReference? shots, bool keep)
        : this([stretch], shots, keep)
    {
    }

    public override EditStage Stage => EditStage.Shots;

    public override void Apply(EditDesk desk)
    {
        if (Shots is { IsAll: false } shots)
        {
            foreach (var index in desk.Resolve(shots).OrderDescending())
            {
                if (Keep && Stretches is [{ FromEnd: false, ToEnd: false } only] && only.From == TimeSpan.Zero && desk.Timeline.Shots()[index].IsElastic())
                {
                    // A still has no first seconds but those that it is shown.
                    new SetShotLength(ShotReference.Nth(index + 1), only.To).Apply(desk);
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
