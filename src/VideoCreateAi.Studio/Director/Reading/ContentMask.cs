using System.Globalization;
using System.Text.RegularExpressions;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Director.Reading;

/// <summary>Takes content out of a message before anything is read as an instruction: each piece becomes one sign.</summary>
internal sealed class ContentMask
{
    private const int MostContents = 2000;

    private readonly List<Content> _contents = [];
    private readonly IReadOnlyList<Asset> _assets;
    private readonly Language _language;

    private ContentMask(string message, IReadOnlyList<Asset> assets, Language language)
    {
        _assets = assets;
        _language = language;
        Masked = string.Concat(message.Select(c => c is >= Tokenizer.FirstContent and <= '\uF8FF' ? ' ' : c)).ReplaceLineEndings("\n");
    }

    public string Masked { get; private set; }

    public IReadOnlyList<Content> Contents => _contents;

    public static ContentMask Over(string message, IReadOnlyList<Asset> assets, Language language)
    {
        var mask = new ContentMask(message, assets, language);
        mask.Replace(MessagePatterns.ScriptFile(), match => new Content(Sense.CaptionLines, "", Lines(match.Groups["text"].Value)));
        mask.MaskLines();
        mask.MaskChineseNarration();
        mask.Replace(MessagePatterns.Quoted(), match => mask.Quoted(match.Groups["t"].Value));
        mask.Masked = MessagePatterns.SmallWord().Replace(mask.Masked, mask.Spelled);
        mask.ReplaceGroup(MessagePatterns.Narration(), "text", text => new Content(Sense.Narration, text.Trim()));
        mask.ReplaceGroup(MessagePatterns.SaidNarration(), "text", text => new Content(Sense.Narration, text.Trim()));
        foreach (var pattern in (Regex[])[MessagePatterns.NamedTitle(), MessagePatterns.AnnouncedTitle(), MessagePatterns.CapitalisedTitle()])
        {
            mask.ReplaceGroup(pattern, "t", mask.Title);
        }

        mask.MaskMedia();
        mask.Replace(MessagePatterns.FileName(), match => new Content(Sense.UnknownMedia, match.Value));
        if (!assets.Any(asset => asset.Kind != AssetKind.Audio))
        {
            mask.ReplaceGroup(MessagePatterns.Subject(), "t", text => new Content(Sense.Description, text.Trim()), once: true);
        }

        return mask;
    }

    /// <summary>A slip in a word that announces a title would hide the title itself.</summary>
    private string Spelled(Match match)
    {
        var word = match.Groups["word"].Value;
        var meant = word == "titled" ? null : _language.Corrected(word);
        var announces = meant is "title" or "caption" || (meant == "first" && match.Groups["count"].Success);
        return announces ? meant + match.Groups["count"].Value : match.Value;
    }

    private Content Quoted(string text)
    {
        var asset = _assets.FirstOrDefault(asset => asset.Name.Equals(text, StringComparison.OrdinalIgnoreCase));
        return asset is null ? new Content(Sense.Quote, text) : new Content(Sense.Media, asset.Id);
    }

    /// <summary>"change the title to yellow" asks for a colour, and a clip called walk.mp4 is a file.</summary>
    private Content? Title(string text)
    {
        var tokens = Tokenizer.Cut(text);
        var first = tokens.FirstOrDefault(token => token.Lower is not ("the" or "a" or "an"));
        var sense = first is null ? null : _language.Find(tokens, tokens.ToList().IndexOf(first))?.Phrase.Sense;
        var isInstruction = sense is Sense.Position or Sense.TextColour or Sense.TextSize or Sense.Animation or Sense.Start or Sense.End or Sense.Last
            or Sense.Middle or Sense.And or Sense.With or Sense.At or Sense.For or Sense.From or Sense.Whole or Sense.Half or Sense.Twice or Sense.Over or Sense.Canvas
            or Sense.Caption or Sense.Volume;
        var isFile = MessagePatterns.FileName().IsMatch(text)
            || _assets.Any(asset => text.Trim().Equals(Path.GetFileNameWithoutExtension(asset.Name), StringComparison.OrdinalIgnoreCase));
        return isInstruction || isFile ? null : new Content(Sense.Quote, text.Trim());
    }

    /// <summary>Before quotes are looked for: a quote in Chinese stands directly behind a letter.</summary>
    private void MaskChineseNarration()
    {
        if (!MessagePatterns.ChineseNarration().IsMatch(Masked))
        {
            return;
        }

        var captioned = Masked;
        Replace(MessagePatterns.ChineseNarration(), match => new Content(Sense.Narration, (match.Groups["quoted"] is { Success: true } quoted ? quoted : match.Groups["text"]).Value.Trim()));
        if (captioned != Masked)
        {
            Masked = MessagePatterns.ChineseCaptions().Replace(Masked, " captions ");
        }
    }

    /// <summary>Storyboards and caption lines, which are read by line.</summary>
    private void MaskLines()
    {
        var header = MessagePatterns.CaptionHeader().Match(Masked);
        if (header.Success)
        {
            var start = header.Index + header.Length;
            var end = Masked.IndexOf("\n\n", start, StringComparison.Ordinal);
            var block = end < 0 ? Masked[start..] : Masked[start..end];
            var lines = Lines(block);
            if (lines.Count > 0)
            {
                Masked = string.Concat(Masked.AsSpan(0, start), Sign(new Content(Sense.CaptionLines, "", lines)), end < 0 ? "" : Masked.AsSpan(end));
                return;
            }
        }

        var scenes = new List<ScriptLine>();
        var rest = new List<string>();
        foreach (var line in Masked.Split('\n'))
        {
            if (SceneLine(line) is { } scene)
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

    private static ScriptLine? SceneLine(string line)
    {
        if (MessagePatterns.TimedLine().Match(line) is { Success: true } timed && timed.Groups["text"].Value.Any(char.IsLetter)
            && (line.Contains(':', StringComparison.Ordinal) || line.Contains('[', StringComparison.Ordinal)))
        {
            return Timed(timed);
        }

        var scene = MessagePatterns.SceneLine().Match(line);
        if (!scene.Success)
        {
            return null;
        }

        TimeRange? range = scene.Groups["length"].Success
            ? new TimeRange(TimeSpan.FromTicks(-1), ClockTime.Read(scene.Groups["length"].Value))
            : null;
        return new ScriptLine(scene.Groups["text"].Value.Trim(), range);
    }

    private static List<ScriptLine> Lines(string block)
    {
        var result = new List<ScriptLine>();
        TimeRange? pending = null;
        foreach (var raw in block.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0))
        {
            var timed = MessagePatterns.TimedLine().Match(raw);
            if (timed.Success)
            {
                result.Add(Timed(timed));
            }
            else if (raw.Contains("-->", StringComparison.Ordinal) && raw.Split("-->") is [var from, var to])
            {
                pending = TimeRange.Between(ClockTime.Read(from), ClockTime.Read(to));
            }
            else if (!int.TryParse(raw, NumberStyles.None, CultureInfo.InvariantCulture, out _) && raw != "WEBVTT")
            {
                result.Add(new ScriptLine(raw.TrimStart('-', '*', '•', ' '), pending));
                pending = null;
            }
        }

        return result;
    }

    private static ScriptLine Timed(Match match) => new(
        match.Groups["text"].Value.Trim(),
        TimeRange.Between(ClockTime.Read(match.Groups["from"].Value), ClockTime.Read(match.Groups["to"].Value)));

    private void MaskMedia()
    {
        foreach (var asset in _assets.OrderByDescending(asset => asset.Name.Length))
        {
            Replace(MediaNames.WholeName(asset.Name), _ => new Content(Sense.Media, asset.Id));
        }

        foreach (var (asset, pattern) in MediaNames.Stems(_assets, _language, Masked))
        {
            Replace(pattern, _ => new Content(Sense.Media, asset.Id));
        }
    }

    private void Replace(Regex pattern, Func<Match, Content> content) =>
        Masked = pattern.Replace(Masked, match => _contents.Count < MostContents ? $" {Sign(content(match))} " : match.Value);

    private void ReplaceGroup(Regex pattern, string group, Func<string, Content?> content, bool once = false) =>
        Masked = pattern.Replace(
            Masked,
            match =>
            {
                var part = match.Groups[group];
                return _contents.Count >= MostContents || content(part.Value) is not { } found
                    ? match.Value
                    : string.Concat(match.Value.AsSpan(0, part.Index - match.Index), $" {Sign(found)} ", match.Value.AsSpan(part.Index - match.Index + part.Length));
            },
            once ? 1 : -1);

    private string Sign(Content content)
    {
        _contents.Add(content);
        return ((char)(Tokenizer.FirstContent + _contents.Count - 1)).ToString();
    }
}
