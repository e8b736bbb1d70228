using VideoCreateAi.Studio.Director.Reading;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Director.Operations;

/// <summary>Lines of text over the picture: at their own times, else spread over the video by their length.</summary>
internal sealed record AddCaptions(IReadOnlyList<ScriptLine> Lines, TextLook Look) : EditOperation
{
    /// <summary>Where a single line was placed by the message; other captions stay.</summary>
    public WhenShown When { get; init; } = WhenShown.Unsaid;

    /// <summary>The message says that each shot gets a line.</summary>
    public bool Each { get; init; }

    /// <summary>Where single lines begin, by their numbers from 1.</summary>
    public IReadOnlyDictionary<int, WhenShown>? Places { get; init; }

    public override void Apply(EditDesk desk)
    {
        if (Places is { Count: > 0 })
        {
            (this with { Lines = Placed(desk.Timeline, Places), Places = null }).Apply(desk);
            return;
        }

        var end = desk.Timeline.ProgrammeEnd();
        if (end == TimeSpan.Zero)
        {
            desk.CannotDo("Captions need a picture to stand on.");
            return;
        }

        if (When.Misfit(desk.Timeline, "caption") is { } misfit)
        {
            desk.CannotDo(misfit);
            return;
        }

        var timeline = When.IsSaid ? desk.Timeline : desk.Timeline.RemovingTexts(TextRole.Caption);
        var slots = Slots(desk.Timeline, end);
        var placed = 0;
        for (var index = 0; index < Lines.Count; index++)
        {
            var range = When.IsSaid ? When.In(desk.Timeline, AddTitle.UsualLength) : Lines[index].Range ?? slots[index];
            range = TimeRange.Between(range.Start, range.End > end ? end : range.End);
            if (range.Duration < TimeSpan.FromMilliseconds(1))
            {
                continue;
            }

            placed++;
            timeline = timeline.Adding(TextRole.Caption, Look.On(new TextSegment
            {
                Id = "",
                Text = Lines[index].Text,
                Range = range,
                Position = TextPosition.Bottom,
                Style = TextStyle.Outline,
            }));
        }

        desk.Change(timeline, Words.Count(placed, "caption"));
        if (placed < Lines.Count)
        {
            desk.CannotDo($"{Words.Count(Lines.Count - placed, "caption")} lie past the end of the video and are left out.");
        }
    }

    /// <summary>Each line from where it begins to where the next one does.</summary>
    private List<ScriptLine> Placed(VideoTimeline timeline, IReadOnlyDictionary<int, WhenShown> places)
    {
        var end = timeline.ProgrammeEnd();
        var ranges = Lines.Select((_, line) => places.TryGetValue(line + 1, out var place) ? place.In(timeline, end) : (TimeRange?)null).ToList();
        return [.. Lines.Select((line, index) =>
        {
            if (ranges[index] is not { } range)
            {
                return line;
            }

            var next = ranges.Skip(index + 1).FirstOrDefault(other => other is { } later && later.Start > range.Start)?.Start ?? end;
            return line with { Range = TimeRange.Between(range.Start, range.End < next ? range.End : next) };
        })];
    }

    /// <summary>A line a shot where the numbers agree; else each line in proportion to its letters.</summary>
    private List<TimeRange> Slots(VideoTimeline timeline, TimeSpan end)
    {
        if (OnePerShot.Of(timeline, Lines.Count, Each) is { } shots)
        {
            return [.. shots.Select(index => timeline.Shots()[index].SlotRange())];
        }

        const int Least = 12;
        var weights = Lines.Select(line => (double)Math.Max(Least, line.Text.Length)).ToList();
        var total = weights.Sum();
        var result = new List<TimeRange>();
        var done = 0.0;
        foreach (var weight in weights)
        {
            var start = end.Times(done / total);
            done += weight;
            result.Add(TimeRange.Between(start, end.Times(done / total)));
        }

        return result;
    }
}
