namespace VideoCreateAi.Studio.Rendering.Text;

/// <summary>Breaks text into as few lines as it needs, about equally long, where each of them ends well.</summary>
internal sealed class LineBreaker
{
    // Against the squared share of the width that a line misses.
    private const double CostWeight = 0.02;

    // A line shorter than this share of the width looks forgotten.
    private const double ShortLine = 0.22;
    private const double ShortCost = 0.35;
    private const double LonelyCost = 2;

    private readonly IReadOnlyList<TextUnit> _units;

    // Up to each unit: how wide, how many letters, and where the last letter before it ends.
    private readonly double[] _width;
    private readonly int[] _letters;
    private readonly int[] _lastEnd;

    public LineBreaker(IReadOnlyList<TextUnit> units)
    {
        _units = units;
        _width = new double[units.Count + 1];
        _letters = new int[units.Count + 1];
        _lastEnd = new int[units.Count + 1];
        for (var i = 0; i < units.Count; i++)
        {
            _width[i + 1] = _width[i] + units[i].Advance;
            _letters[i + 1] = _letters[i] + (units[i].IsSpace ? 0 : 1);
            _lastEnd[i + 1] = units[i].IsSpace ? _lastEnd[i] : i + 1;
        }
    }

    /// <summary>Null where a piece is wider than a line, or where more lines are needed than there may be.</summary>
    /// <param name="anywhere">Lines may end after any letter, where nothing else helps.</param>
    public BrokenLines? Break(double width, double mostLines, bool anywhere = false)
    {
        var paragraphs = Paragraphs().Select(paragraph => (paragraph.First, paragraph.End, Places: Places(paragraph.First, paragraph.End, anywhere))).ToList();
        var needed = paragraphs.Select(paragraph => Fewest(paragraph.Places, width)).ToList();
        if (needed.Contains(null) || needed.Sum() > mostLines)
        {
            return null;
        }

        List<int> ends = [];
        var cost = 0.0;
        for (var i = 0; i < paragraphs.Count; i++)
        {
            var (_, end, places) = paragraphs[i];
            var (lines, itsCost) = Best(places, needed[i]!.Value, width);
            ends.AddRange(lines.SkipLast(1));

            // The writer's own break belongs to the line that it ends.
            ends.Add(Math.Min(end + 1, _units.Count));
            cost += itsCost;
        }

        return new BrokenLines(ends, cost);
    }

    private IEnumerable<(int First, int End)> Paragraphs()
    {
        var first = 0;
        for (var i = 0; i <= _units.Count; i++)
        {
            if (i == _units.Count || _units[i].IsHardBreak)
            {
                yield return (first, i);
                first = i + 1;
            }
        }
    }

    private List<int> Places(int first, int end, bool anywhere)
    {
        List<int> places = [first];
        for (var i = first + 1; i < end; i++)
        {
            if (anywhere || _units[i - 1].BreakCost is not null)
            {
                places.Add(i);
            }
        }

        places.Add(end);
        return places;
    }

    private int? Fewest(List<int> places, double width)
    {
        var (lines, start) = (1, 0);
        for (var i = 1; i < places.Count; i++)
        {
            if (Width(places[i - 1], places[i]) > width)
            {
                return null;
            }

            if (Width(places[start], places[i]) > width)
            {
                lines++;
                start = i - 1;
            }
        }

        return lines;
    }

    /// <summary>Of all ways into so many lines the one that costs least.</summary>
    private (List<int> Ends, double Cost) Best(List<int> places, int lines, double width)
    {
        var target = Width(places[0], places[^1]) / lines;
        var costs = new double[lines + 1, places.Count];
        var from = new int[lines + 1, places.Count];
        for (var line = 0; line <= lines; line++)
        {
            for (var to = 0; to < places.Count; to++)
            {
                costs[line, to] = line == 0 && to == 0 ? 0 : double.PositiveInfinity;
                for (var start = to - 1; line > 0 && start >= 0 && Width(places[start], places[to]) <= width; start--)
                {
                    var cost = costs[line - 1, start] + Cost(places[start], places[to], places[^1], target, width, lines);
                    if (cost < costs[line, to])
                    {
                        (costs[line, to], from[line, to]) = (cost, start);
                    }
                }
            }
        }

        List<int> ends = [];
        for (var (line, at) = (lines, places.Count - 1); line > 0; line--)
        {
            ends.Insert(0, places[at]);
            at = from[line, at];
        }

        return (ends, costs[lines, places.Count - 1]);
    }

    private double Cost(int start, int to, int end, double target, double width, int lines)
    {
        var length = Width(start, to);
        var missed = (length - target) / width;
        var cost = missed * missed;
        if (to < end)
        {
            cost += CostWeight * (_units[to - 1].BreakCost ?? BreakRules.AtWorst);
        }

        if (lines > 1 && length < ShortLine * width)
        {
            cost += ShortCost;
        }

        return lines > 1 && _letters[to] - _letters[start] == 1 ? cost + LonelyCost : cost;
    }

    // The space at a line's end takes no room.
    private double Width(int first, int end) => Math.Max(0, _width[Math.Max(first, _lastEnd[end])] - _width[first]);
}
