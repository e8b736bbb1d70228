namespace VideoCreateAi.Mcp.Translation.Interchange;

/// <summary>Lays pieces one behind the other as edit lists have them. In a draft neighbours overlap by their transition; here they meet at a
/// cut in its middle, and the transition reaches over both. Each edge is rounded to frames by itself, so that rounding never adds up.</summary>
internal sealed record Lane(string Name, bool IsSound, IReadOnlyList<LaneItem> Items)
{
    public int Frames => Items.Sum(item => item.Frames);

    /// <summary>Pieces whose overlaps are transitions.</summary>
    public static Lane Of(string name, bool isSound, IReadOnlyList<CutPiece> pieces, int framesPerSecond)
    {
        var spans = pieces.Select(piece => (Piece: piece, First: Frame(piece.Start, framesPerSecond), End: Frame(piece.End, framesPerSecond)))
            .Where(span => span.End > span.First).ToList();
        List<LaneItem> items = [];
        var at = 0;
        for (var i = 0; i < spans.Count; i++)
        {
            var (piece, first, end) = spans[i];

            // Where the piece before is cut, it was cut in the middle of what both share.
            var shared = i == 0 ? 0 : Math.Max(0, Math.Min(spans[i - 1].End, end) - first);
            var begin = Math.Max(first + (shared / 2), at);
            var next = i + 1 < spans.Count ? Math.Max(0, Math.Min(end, spans[i + 1].End) - spans[i + 1].First) : 0;
            var stop = next > 0 ? spans[i + 1].First + (next / 2) : end;
            if (stop <= begin)
            {
                continue;
            }

            if (begin > at)
            {
                items.Add(new LaneItem(null, begin - at));
            }

            // No further than both reach: two transitions may crowd a short piece between them.
            var isJoined = shared > 0 && begin == at && items is [.., { Piece: not null }];
            var before = isJoined ? Math.Min(begin - first, items[^1].Frames - items[^1].TransitionOut) : 0;
            var behind = isJoined ? Math.Min(first + shared - begin, stop - begin) : 0;
            var isTransition = before + behind > 0;
            items.Add(new LaneItem(piece, stop - begin, begin - first, end - first)
            {
                TransitionIn = isTransition ? Math.Max(0, before) : 0,
                TransitionOut = isTransition ? Math.Max(0, behind) : 0,
            });
            at = stop;
        }

        return new Lane(name, isSound, items);
    }

    /// <summary>Pieces that may lie over each other, on as many lanes as that takes.</summary>
    public static IEnumerable<Lane> Beside(string name, bool isSound, IReadOnlyList<CutPiece> pieces, int framesPerSecond)
    {
        List<List<CutPiece>> lanes = [];
        foreach (var piece in pieces)
        {
            if (lanes.Find(lane => lane[^1].End <= piece.Start) is { } free)
            {
                free.Add(piece);
            }
            else
            {
                lanes.Add([piece]);
            }
        }

        return lanes.Select((lane, index) => Of(index == 0 ? name : FormattableString.Invariant($"{name} {index + 1}"), isSound, lane, framesPerSecond));
    }

    public static int Frame(double milliseconds, int framesPerSecond) => (int)Math.Round(milliseconds * framesPerSecond / 1000, MidpointRounding.AwayFromZero);
}
