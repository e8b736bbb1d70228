using System.Text.RegularExpressions;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Director.Reading;

/// <summary>Storyboards and captions, which are read by line.</summary>
internal sealed partial class ContentMask
{
    /// <summary>Storyboards and caption lines, which are read by line.</summary>
    private void MaskLines()
    {
        var header = ((IEnumerable<Regex>)[MessagePatterns.CaptionHeader(), .. _language.Forms.Select(form => form.CaptionHeader).OfType<Regex>()])
            .Select(pattern => pattern.Match(Masked)).FirstOrDefault(match => match.Success);
        if (_contents.Exists(content => content.Sense == Sense.CaptionLines))
        {
            // Read already, with the times in the form of a file.
            header = null;
        }

        if (header is not null && !Masked.StartsWith("Scene 1 (", StringComparison.Ordinal))
        {
            var start = header.Index + header.Length;
            var end = Masked.IndexOf("\n\n", start, StringComparison.Ordinal);
            end = EndOfTimed(start, end < 0 ? Masked.Length : end);
            var block = Masked[start..end];
            var lines = Lines(block);
            // "Script:" above scenes is no head of captions.
            var isScript = !_assets.Any(asset => asset.Kind != AssetKind.Audio) && lines.Count > 1 && lines.All(line => line.Range is { Start.Ticks: >= 0 });
            if (!isScript && !block.Any(sign => sign is >= Tokenizer.FirstContent and <= '\uF8FF')
                && block.Split('\n').Count(line => SceneLine(line) is not null && TimedLine(line) is null) < 2 && MaskCaptions(start, end))
            {
                return;
            }
        }

        if (CaptionBlock() is ({ } from, var to) && MaskCaptions(from, to))
        {
            return;
        }

        if (MaskRow())
        {
            return;
        }

        // Two numbered lines and more, each with its length, where nothing is uploaded that they could be about.
        var numbered = _assets.Count == 0 ? Masked.Split('\n').Count(line => MessagePatterns.NumberedScene().IsMatch(line)) : 0;
        var scenes = new List<ScriptLine>();
        var rest = new List<string>();
        foreach (var line in Masked.Split('\n'))
        {
            if ((SceneLine(line) ?? (numbered >= 2 ? NumberedScene(line) : null)) is { } scene)
            {
                scenes.Add(scene);
            }
            else
            {
                rest.Add(line.TrimStart().StartsWith('#') ? "" : line);
            }
        }

        if (scenes.Count >= 2 || (scenes.Count == 1 && rest.Count > 0 && _assets.Count == 0))
        {
            Masked = Sign(new Content(Sense.Storyboard, "", scenes)) + "\n" + string.Join('\n', rest);
        }
    }

    private bool MaskCaptions(int start, int end)
    {
        var lines = Lines(Masked[start..end]);
        if (lines.Count > 0)
        {
            Masked = string.Concat(Masked.AsSpan(0, start), Sign(new Content(Sense.CaptionLines, "", lines)), "\n", Masked.AsSpan(end));
        }

        return lines.Count > 0;
    }

    /// <summary>Behind lines that all have their times, a line without one is the next wish.</summary>
    private int EndOfTimed(int start, int end)
    {
        var at = start;
        var last = start;
        var timed = 0;
        foreach (var line in Masked[start..end].Split('\n'))
        {
            at += line.Length + 1;
            if (line.Contains("-->", StringComparison.Ordinal))
            {
                return end;
            }

            if (CaptionLayouts.Timed(line, TimedLine) is not null)
            {
                timed++;
                last = Math.Min(at - 1, end);
            }
            else if (timed == 0 && line.Trim().Length > 0 && !line.Contains('|', StringComparison.Ordinal))
            {
                return end;
            }
        }

        return timed >= 2 ? last : end;
    }

    /// <summary>Two timed lines and more in a message that speaks of captions elsewhere, before or behind them.</summary>
    private (int From, int To)? CaptionBlock()
    {
        var at = 0;
        int? from = null;
        var to = 0;
        var count = 0;
        var rest = new List<string>();
        foreach (var line in Masked.Split('\n'))
        {
            if (CaptionLayouts.Timed(line, TimedLine) is not null)
            {
                from ??= at;
                to = at + line.Length;
                count++;
            }
            else
            {
                rest.Add(line);
            }

            at += line.Length + 1;
        }

        return count >= 2 && Speaks(string.Join('\n', rest), Sense.Caption) ? (from!.Value, to) : null;
    }

    private bool MaskRow()
    {
        var head = ((IEnumerable<Regex>)[MessagePatterns.CaptionRow(), .. _language.Forms.Select(form => form.CaptionRow).OfType<Regex>()])
            .Select(pattern => pattern.Match(Masked)).FirstOrDefault(match => match.Success);
        if (head is null)
        {
            return false;
        }

        var start = head.Index + head.Length;
        var end = Masked.IndexOf('\n', start);
        end = end < 0 ? Masked.Length : end;
        if (MessagePatterns.LinesInARow().Match(Masked[start..end]) is not { Success: true } row)
        {
            return false;
        }

        var rows = WithoutAsides(row.Groups["text"].Value);
        end = start + row.Groups["text"].Index + rows.Length;
        var lines = Lines(string.Join('\n', rows.Split(['/', '|', ';', '；', '／', '｜'])));
        Masked = $"{Masked[..start]}{Sign(new Content(Sense.CaptionLines, "", lines))}\n{Masked[end..]}";
        return true;
    }

    private bool Speaks(string text, Sense of)
    {
        var tokens = TermReader.Tokens(Tokenizer.Normalised(text), _language);
        return Enumerable.Range(0, tokens.Count).Any(index => tokens[index].Kind == TokenKind.Word && _language.Find(tokens, index)?.Phrase.Sense == of);
    }

    private ScriptLine? SceneLine(string line)
    {
        if (TimedLine(line) is { } timed && timed.Groups["text"].Value.Any(char.IsLetter)
            && line.AsSpan().ContainsAny(":：[【"))
        {
            return CaptionLayouts.Line(timed);
        }

        var scene = ((IEnumerable<Regex>)[MessagePatterns.SceneLine(), .. _language.Forms.Select(form => form.SceneLine)])
            .Select(pattern => pattern.Match(line)).FirstOrDefault(match => match.Success);
        if (scene is null)
        {
            return null;
        }

        return Scene(scene);
    }

    private static ScriptLine? NumberedScene(string line) => MessagePatterns.NumberedScene().Match(line) is { Success: true } scene ? Scene(scene) : null;

    private static ScriptLine Scene(Match scene) => new(
        scene.Groups["text"].Value.Trim(),
        scene.Groups["length"].Success ? new TimeRange(TimeSpan.FromTicks(-1), ClockTime.Read(scene.Groups["length"].Value)) : null);

    private Match? TimedLine(string line) => ((IEnumerable<Regex>)[.. _language.Forms.Select(form => form.TimedLine), MessagePatterns.TimedLine()])
        .Select(pattern => pattern.Match(line)).FirstOrDefault(match => match.Success);

    private List<ScriptLine> Lines(string block) => CaptionLayouts.Lines(block, TimedLine);
}
