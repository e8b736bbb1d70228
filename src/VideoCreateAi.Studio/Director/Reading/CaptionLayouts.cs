using System.Globalization;
using System.Text.RegularExpressions;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Director.Reading;

/// <summary>Lines of text with their times, in the layouts in which people write them: SRT, a time in front or behind, only the beginning, a table.</summary>
internal static class CaptionLayouts
{
    private static readonly TimeSpan s_open = TimeSpan.FromTicks(-1);

    /// <param name="timed">The line with its time in front, as the languages of the message write it.</param>
    public static List<ScriptLine> Lines(string block, Func<string, Match?> timed)
    {
        var result = new List<ScriptLine>();
        TimeRange? pending = null;
        foreach (var raw in block.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0 && !MessagePatterns.TableRule().IsMatch(line)))
        {
            if (Timed(raw, timed) is { } line)
            {
                result.Add(line);
            }
            else if (raw.Contains("-->", StringComparison.Ordinal) && raw.Split("-->") is [var from, var to])
            {
                pending = TimeRange.Between(ClockTime.Read(from), ClockTime.Read(to.Trim().Split(' ')[0]));
            }
            else if (!int.TryParse(raw, NumberStyles.None, CultureInfo.InvariantCulture, out _) && raw != "WEBVTT" && !IsTableHead(raw, block))
            {
                result.Add(new ScriptLine(Bare(raw), pending));
                pending = null;
            }
        }

        return Closed(result);
    }

    /// <summary>The line, if its time stands in it.</summary>
    public static ScriptLine? Timed(string line, Func<string, Match?> timed)
    {
        if (Cells(line) is { } cells)
        {
            return FromCells(cells);
        }

        if (timed(line) is { } inFront && (inFront.Groups["text"].Value.Any(char.IsLetter) || !line.Contains("-->", StringComparison.Ordinal)))
        {
            return Line(inFront);
        }

        if (MessagePatterns.TimeBehind().Match(line) is { Success: true } behind)
        {
            return Line(behind);
        }

        return MessagePatterns.TimeOfStart().Match(line) is { Success: true } start
            ? new ScriptLine(Bare(start.Groups["text"].Value), new TimeRange(ClockTime.Read(start.Groups["from"].Value), s_open))
            : null;
    }

    public static ScriptLine Line(Match match) => new(
        Bare(match.Groups["text"].Value),
        TimeRange.Between(ClockTime.Read(match.Groups["from"].Value), ClockTime.Read(match.Groups["to"].Value)));

    /// <summary>A line that only begins lasts until the next one, the last one to the end of the video.</summary>
    private static List<ScriptLine> Closed(List<ScriptLine> lines)
    {
        var end = TimeSpan.FromHours(24);
        for (var index = lines.Count - 1; index >= 0; index--)
        {
            if (lines[index].Range is { } range && range.Duration == s_open)
            {
                var next = index + 1 < lines.Count && lines[index + 1].Range is { } following && following.Start > range.Start ? following.Start : end;
                lines[index] = lines[index] with { Range = TimeRange.Between(range.Start, next) };
            }
        }

        return lines;
    }

    private static ScriptLine? FromCells(IReadOnlyList<string> cells)
    {
        var text = cells.Where(cell => cell.Any(char.IsLetter) && !MessagePatterns.TimeCell().IsMatch(cell)).MaxBy(cell => cell.Length);
        var times = cells.SelectMany(cell => MessagePatterns.TimeCell().Match(cell) is { Success: true } time
            ? time.Groups["to"].Success ? [time.Groups["from"].Value, time.Groups["to"].Value] : [time.Groups["from"].Value]
            : Array.Empty<string>()).ToList();
        // A running number in front of the two times.
        times = times is [_, _, _] && int.TryParse(times[0], NumberStyles.None, CultureInfo.InvariantCulture, out _) ? times[1..] : times;
        return text is null || times.Count != 2 ? null : new ScriptLine(Bare(text), TimeRange.Between(ClockTime.Read(times[0]), ClockTime.Read(times[1])));
    }

    /// <summary><c>| 0:01 | 0:04 | text |</c>, also parted by tabs or semicolons.</summary>
    private static string[]? Cells(string line)
    {
        var sign = line.Contains('|', StringComparison.Ordinal) ? '|' : line.Contains('｜', StringComparison.Ordinal) ? '｜' : line.Contains('\t', StringComparison.Ordinal) ? '\t' : ';';
        var cells = line.Trim(sign).Split(sign, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return cells.Length >= 2 && Array.Exists(cells, cell => MessagePatterns.TimeCell().IsMatch(cell)) ? cells : null;
    }

    /// <summary>The names of the columns, where the rows below have times.</summary>
    private static bool IsTableHead(string line, string block) => line.Contains('|', StringComparison.Ordinal) && MessagePatterns.TableRule().IsMatch(block);

    /// <summary>The text without the number, the bullet or the quotation marks around it.</summary>
    private static string Bare(string text)
    {
        var bare = MessagePatterns.LineNumber().Replace(text.Trim(), "").Trim('-', '*', '•', ' ');
        return MessagePatterns.Quoted().Match(bare) is { Success: true } quoted && quoted.Length == bare.Length ? quoted.Groups["t"].Value : bare;
    }
}
