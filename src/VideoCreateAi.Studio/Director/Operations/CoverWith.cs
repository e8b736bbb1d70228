using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Director.Operations;

/// <summary>Shows pictures over the whole frame while a clip goes on under them, and is heard; its beginning and its end stay seen.</summary>
internal sealed record CoverWith(IReadOnlyList<string> Media, ShotReference Clip) : EditOperation
{
    private const double SeenShare = 0.12;
    private static readonly TimeSpan s_seen = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan s_shortest = TimeSpan.FromSeconds(1);

    public override IEnumerable<string> MediaElsewhere => Media;

    public override void Apply(EditDesk desk)
    {
        var clips = desk.Resolve(Clip);
        if (clips.Count == 0)
        {
            return;
        }

        var shots = desk.Timeline.Shots();
        var range = TimeRange.Between(shots[clips[0]].SlotRange().Start, shots[clips[^1]].SlotRange().End);
        var margin = range.Duration.Times(SeenShare) is var share && share < s_seen ? share : s_seen;
        var share1 = (range.Duration - margin - margin).Times(1.0 / Media.Count);
        var length = share1 < s_longest ? share1 : s_longest;
        if (length < s_shortest)
        {
            desk.CannotDo($"{Words.Seconds(range.Duration)} are too short to show {Words.Count(Media.Count, "picture")} over them.");
            return;
        }

        var timeline = desk.Timeline;
        for (var place = 0; place < Media.Count; place++)
        {
            if (desk.Find(Media[place]) is { } asset)
            {
                timeline = timeline.Overlaying(ShotBuilder.Shot(asset, timeline.Canvas, place) with { Range = new TimeRange(range.Start + margin + share1.Times(place), length) });
            }
        }

        desk.Change(timeline, $"{Words.Count(Media.Count, "picture")} over {shots[clips[0]].Name}, {Words.Seconds(length)} each, while it is heard");
    }
}
