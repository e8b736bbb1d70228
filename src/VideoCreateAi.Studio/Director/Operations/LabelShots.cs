using System.Text.RegularExpressions;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Director.Operations;

/// <summary>A text over each shot: what its file is called, or a word with the number of the shot.</summary>
/// <param name="Counted">"Step" for "Step 1", "Step 2" …; null = the names of the files.</param>
internal sealed partial record LabelShots(ShotReference Shots, string? Counted, TextLook Look) : EditOperation
{
    public override void Apply(EditDesk desk)
    {
        var rows = Rows(desk);
        var names = Counted is null ? Names(rows.ConvertAll(row => row.Name)) : rows.Select((_, place) => $"{Counted} {place + 1}".Trim()).ToList();
        var timeline = desk.Timeline;
        var unnamed = new List<string>();
        for (var row = 0; row < rows.Count; row++)
        {
            if (names[row].Length == 0)
            {
                unnamed.Add(rows[row].Name);
                continue;
            }

            timeline = timeline.Adding(TextRole.Title, Look.On(new TextSegment
            {
                Id = "", Text = names[row], Range = rows[row].Range, Position = TextPosition.Bottom, Animation = TextAnimation.Fade, Style = TextStyle.Shadow,
            }));
        }

        if (unnamed.Count < rows.Count)
        {
            desk.Change(timeline, $"titles {string.Join(", ", names.Where(name => name.Length > 0).Select(name => $"\"{name}\""))}, each over its shot{Look.Told}");
        }

        if (unnamed.Count > 0)
        {
            desk.CannotDo($"{string.Join(", ", unnamed)} {(unnamed.Count == 1 ? "has a name that says" : "have names that say")} nothing of the picture; give me the words for {(unnamed.Count == 1 ? "it" : "them")}.");
        }
    }

    /// <summary>Pieces of one file that follow one another are one shot to whoever looks at them.</summary>
    private List<(string Name, TimeRange Range)> Rows(EditDesk desk)
    {
        var rows = new List<(string Name, string? Source, TimeRange Range)>();
        foreach (var index in desk.Resolve(Shots))
        {
            var shot = desk.Timeline.Shots()[index];
            if (rows.Count > 0 && rows[^1].Source == shot.Source && rows[^1].Range.End >= shot.SlotRange().Start)
            {
                rows[^1] = rows[^1] with { Range = TimeRange.Between(rows[^1].Range.Start, shot.SlotRange().End) };
            }
            else if (shot.Source is not null)
            {
                rows.Add((shot.Name, shot.Source, shot.SlotRange()));
            }
        }

        return rows.ConvertAll(row => (row.Name, row.Range));
    }

    /// <summary>What the names say to people: without what cameras write, dates and numbers, and what all of them begin with.</summary>
    private static List<string> Names(List<string> files)
    {
        var words = files.ConvertAll(file => Pieces().Matches(Path.GetFileNameWithoutExtension(file)).Select(match => match.Value).Where(piece => !Machine().IsMatch(piece)).ToList());
        while (words.Count > 1 && words.TrueForAll(name => name.Count > 1 && name[0].Equals(words[0][0], StringComparison.OrdinalIgnoreCase)))
        {
            words.ForEach(name => name.RemoveAt(0));
        }

        return words.ConvertAll(name => string.Join(' ', name) is { Length: > 0 } said ? char.ToUpperInvariant(said[0]) + said[1..] : "");
    }

    [GeneratedRegex(@"[^\s_\-.()\[\]]+", RegexOptions.CultureInvariant)]
    private static partial Regex Pieces();

    // Counters and dates, and the letters that cameras and phones put before them.
    [GeneratedRegex(@"^(?:(?:IMG|VID|PXL|DSC|DSCN|DSCF|MVI|MOV|GOPR|GH|DJI|Screenshot|WhatsApp|Scan|photo|video|image|clip|P)?[0-9]*|[0-9]+(?:px|mm|fps|p|k)?)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Machine();
}
