using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Director.Operations;

/// <summary>What names a shot goes where its shot goes: a text that fills the time of a shot, and a sentence that is spoken from its beginning.
/// A single title at the very head or tail belongs to the programme, and stays there.</summary>
internal static class ShotFollowing
{
    private static readonly TimeSpan s_near = TimeSpan.FromMilliseconds(50);

    public static void Apply(EditDesk desk)
    {
        if (desk.Input.Current is not { IsEmpty: false } before || before.Shots().SequenceEqual(desk.Timeline.Shots()))
        {
            return;
        }

        var (old, now) = (Rows(before), Rows(desk.Timeline));
        var timeline = desk.Timeline;
        foreach (var role in (TextRole[])[TextRole.Title, TextRole.Caption])
        {
            var bound = Bound(before, before.Texts(role).Where(text => text.Words.Count == 0).Select(text => (text.Id, text.Range)), old, fills: true);
            timeline = timeline.ChangingTexts(role, text => !bound.TryGetValue(text.Id, out var row) ? text
                : Now(row, now) is { } there ? text with { Range = there.Range } : null);
        }

        var spoken = Bound(before, before.Sounds(SoundRole.Voiceover).Select(voice => (voice.Id, voice.Range)), old, fills: false);
        var end = timeline.ProgrammeEnd();
        var moved = timeline.ChangingSounds(SoundRole.Voiceover, voice => spoken.TryGetValue(voice.Id, out var row) && Now(row, now) is { } there && there.Range.Start + voice.Range.Duration <= end
            ? voice with { Range = voice.Range with { Start = there.Range.Start } } : voice);
        desk.Amend(Overlap(moved) ? timeline : moved);
    }

    /// <summary>Shots that became shorter than what is said over them.</summary>
    private static bool Overlap(VideoTimeline timeline) =>
        timeline.Sounds(SoundRole.Voiceover).OrderBy(voice => voice.Range.Start).ToList() is var voices && voices.Zip(voices.Skip(1)).Any(pair => pair.First.Range.End > pair.Second.Range.Start);

    private static Dictionary<string, Row> Bound(VideoTimeline before, IEnumerable<(string Id, TimeRange Range)> things, List<Row> rows, bool fills)
    {
        var bound = new Dictionary<string, Row>();
        foreach (var (id, range) in things)
        {
            if (rows.Find(row => (row.Range.Start - range.Start).Duration() <= s_near && (!fills || (row.Range.End - range.End).Duration() <= s_near)) is { } row)
            {
                bound[id] = row;
            }
        }

        var isList = bound.Values.Distinct().Count() > 1;
        return isList ? bound : bound.Where(pair => fills && pair.Value.Range.Start > TimeSpan.Zero && pair.Value.Range.End < before.ProgrammeEnd() - s_near).ToDictionary();
    }

    private static Row? Now(Row row, List<Row> now) => now.Find(other => other.Ids.Overlaps(row.Ids)) ?? now.Find(other => other.Source == row.Source);

    /// <summary>Pieces of one file that follow one another look like one shot.</summary>
    private static List<Row> Rows(VideoTimeline timeline)
    {
        var rows = new List<Row>();
        foreach (var shot in timeline.Shots())
        {
            if (rows.Count > 0 && shot.Source is not null && rows[^1].Source == shot.Source)
            {
                rows[^1].Ids.Add(shot.Id);
                rows[^1] = rows[^1] with { Range = TimeRange.Between(rows[^1].Range.Start, shot.SlotRange().End) };
            }
            else
            {
                rows.Add(new Row(shot.Source, shot.SlotRange(), [shot.Id]));
            }
        }

        return rows;
    }

    private sealed record Row(string? Source, TimeRange Range, HashSet<string> Ids);
}
