using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Rendering.Text;

/// <summary>Finds the words of a caption among its letters, and when each is spoken: as it was timed, else by their length.</summary>
internal static class SpokenWords
{
    // The voice pauses a little between words, and ends before the caption goes.
    private const double Pause = 1.2;
    private const double SpokenShare = 0.94;

    /// <param name="text">As it was drawn.</param>
    public static IReadOnlyList<SpokenWord> Of(TextSegment segment, string text, IReadOnlyList<TextCell> cells)
    {
        var words = Words(text, cells);
        var timed = Timed(segment.Words, text, cells, words);
        return timed.Count > 0 ? timed : Spread(segment.Range, words);
    }

    private static List<(int First, int End)> Words(string text, IReadOnlyList<TextCell> cells)
    {
        List<(int First, int End)> words = [];
        var first = -1;
        for (var i = 0; i < cells.Count; i++)
        {
            var isSpace = char.IsWhiteSpace(text[cells[i].Start]);
            if (!isSpace && first < 0)
            {
                first = i;
            }

            if (first >= 0 && (isSpace || cells[i].EndsWord))
            {
                words.Add((first, isSpace ? i : i + 1));
                first = -1;
            }
        }

        return words;
    }

    private static List<SpokenWord> Timed(
        IReadOnlyList<TimedWord> timings, string text, IReadOnlyList<TextCell> cells, List<(int First, int End)> words)
    {
        List<SpokenWord> result = [];
        var cursor = 0;
        foreach (var timing in timings)
        {
            var spoken = TextGuard.Clean(timing.Text);
            var at = spoken.Length == 0 ? -1 : text.IndexOf(spoken, cursor, StringComparison.OrdinalIgnoreCase);
            var (first, end) = at >= 0
                ? (Number(cells, at), Number(cells, at + spoken.Length))
                : words.FirstOrDefault(word => cells[word.First].Start >= cursor, (First: 0, End: 0));
            if (end > first)
            {
                result.Add(new SpokenWord(first, end, timing.Start, timing.End));
                cursor = cells[end - 1].End;
            }
        }

        return result;
    }

    // The first cell that reaches past that character.
    private static int Number(IReadOnlyList<TextCell> cells, int character)
    {
        var number = 0;
        while (number < cells.Count && cells[number].End <= character)
        {
            number++;
        }

        return number;
    }

    private static List<SpokenWord> Spread(TimeRange range, List<(int First, int End)> words)
    {
        var total = words.Sum(word => word.End - word.First + Pause);
        var done = 0.0;
        List<SpokenWord> result = [];
        foreach (var (first, end) in words)
        {
            var from = range.Start + range.Duration * (SpokenShare * done / total);
            done += end - first + Pause;
            result.Add(new SpokenWord(first, end, from, range.Start + range.Duration * (SpokenShare * done / total)));
        }

        return result;
    }
}
