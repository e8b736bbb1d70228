using System.Text.RegularExpressions;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Director.Reading;

/// <summary>Lists of words that are shown, without quotation marks: behind their times, or one for each shot.</summary>
internal sealed partial class ContentMask
{
    private const int LongestItem = 60;
    private const string Time = @"[0-9]{1,4}(?::[0-9]{1,2}){0,2}(?:[.,][0-9]{1,2})?";
    private const string Seconds = @"\s*(?:(?:s|secs?|seconds?|sekunden?|sek|secondes?|segundos?|seg|secondi|seconden|sekund\p{L}*|сек\p{L}*|с|detik|giây|saniye|sn)(?!\p{L})|秒钟?|秒間|초)?";

    /// <summary>"captions: 0-5 Hello, 5-10 World": lines with their times, all on one line.</summary>
    private void MaskTimedRow()
    {
        foreach (var line in Masked.Split('\n'))
        {
            var times = TimeInRow().Matches(line);
            if (times.Count == 0 || line[..times[0].Index] is not { } lead || !Speaks(lead, Sense.Caption) || MessagePatterns.Quoted().IsMatch(line)
                || (times.Count == 1 && !lead.TrimEnd().EndsWith(':') && !lead.TrimEnd().EndsWith('：')))
            {
                continue;
            }

            var lines = times.Select((time, index) => Timed(time, line[(time.Index + time.Length)..(index + 1 < times.Count ? times[index + 1].Index : line.Length)])).ToList();
            if (lines.TrueForAll(said => said is not null))
            {
                Masked = Masked.Replace(line, $"{lead.TrimEnd(' ', ':', '：')} {Sign(new Content(Sense.CaptionLines, "", [.. lines.OfType<ScriptLine>()]))}", StringComparison.Ordinal);
                return;
            }
        }
    }

    private ScriptLine? Timed(Match time, string said)
    {
        var text = LinkBehind().Replace(said.Trim(' ', ':', '：', ',', '，', ';', '；', '、', '|', '/', '.'), "").Trim();
        var range = TimeRange.Between(ClockTime.Read(time.Groups["from"].Value), ClockTime.Read(time.Groups["to"].Value));
        return text.Any(char.IsLetter) && range.Duration > TimeSpan.Zero && IsWritten(text) ? new ScriptLine(text, range) : null;
    }

    /// <summary>"a caption under each photo: Hall, Stairs, Attic": what is behind the colon is one for each.</summary>
    private void MaskListForEach()
    {
        var shots = _assets.Count(asset => asset.Kind != AssetKind.Audio);
        var lines = Masked.Split('\n');
        for (var index = 0; index < lines.Length; index++)
        {
            if (ListBehind().Match(lines[index]) is not { Success: true } list)
            {
                continue;
            }

            var lead = TermReader.Read(Tokenizer.Normalised(list.Groups["lead"].Value), _contents, _language);
            var items = Separator().Split(list.Groups["items"].Value.TrimEnd('.', '。', '!', ' ')).Select(item => item.Trim()).Where(item => item.Length > 0).ToList();
            var isForEach = lead.Any(term => term.Sense is Sense.Each or Sense.All) || lead.Any(term => term.Sense is Sense.Still or Sense.Clip or Sense.Shot && (term.Text.EndsWith('s') || Scripts.IsRunning(term.Text.FirstOrDefault())));
            if (items.Count < 2 || !lead.Any(term => term.Sense is Sense.Caption or Sense.Title) || (!isForEach && items.Count != shots) || lead.Any(term => term.Sense is Sense.Remove or Sense.Length)
                || !items.TrueForAll(item => item.Length <= LongestItem && item.Any(char.IsLetterOrDigit) && IsWritten(item)))
            {
                continue;
            }

            lines[index] = list.Groups["lead"].Value + ": " + string.Join(", ", items.Select(item => $" {Sign(new Content(Sense.Quote, item))} "));
        }

        Masked = string.Join('\n', lines);
    }

    /// <summary>No part of it says where, how long or in which colour something shows.</summary>
    private bool IsWritten(string text) => Title(text) is not null
        && !TermReader.Read(Tokenizer.Normalised(text), _contents, _language).Any(term => term.Sense is Sense.Length or Sense.Stretch or Sense.Head or Sense.Tail or Sense.Percent or Sense.Position or Sense.Quote or Sense.CaptionLines or Sense.Storyboard);

    [GeneratedRegex(@"(?<![\p{L}\p{N}:.])(?:from\s+|von\s+|de\s+|dal?\s+|od\s+|van\s+|с\s+|从|第)?(?<from>" + Time + ")" + Seconds + @"\s*(?:-|–|—|~|～|〜|→|to\b|till\b|bis\b|à|al?\b|até\b|do\b|tot\b|до|至|到|から)\s*第?(?<to>" + Time + ")" + Seconds + @"(?![0-9:%])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex TimeInRow();

    [GeneratedRegex(@"(?:\s+(?:and|then|und|dann|et|puis|y|luego|e|poi|i|en|и|ve|dan|và)|[，、,;；]?\s*(?:和|然后|再))$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex LinkBehind();

    [GeneratedRegex(@"^(?<lead>[^:：\n]{4,90})\s*[:：]\s*(?<items>[^:：\n]+)$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ListBehind();

    [GeneratedRegex(@"\s*[,，、;；|/]\s*(?:(?:and|und|et|y|e|en|i|и|ve|dan|và)\s+)?|\s+(?:and|und|et|y|и|ve|dan|và)\s+|(?<=[" + Scripts.Running + @"])和(?=[" + Scripts.Running + "])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Separator();
}
