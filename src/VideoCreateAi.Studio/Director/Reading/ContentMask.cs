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
        mask.Replace(MessagePatterns.ScriptFile(), match => new Content(Sense.CaptionLines, "", mask.Lines(match.Groups["text"].Value)));
        mask.Replace(MessagePatterns.TimedCaptions(), match => new Content(Sense.CaptionLines, "", mask.Lines(match.Value)));
        mask.Masked = ScriptLayouts.Plain(mask.Masked, language, assets.Any(asset => asset.Kind != AssetKind.Audio));
        mask.MaskLines();
        mask.Replace(MessagePatterns.Quoted(), match => mask.Quoted(match));
        mask.Masked = MessagePatterns.SmallWord().Replace(mask.Masked, mask.Spelled);
        foreach (var pattern in (IEnumerable<Regex>)[MessagePatterns.Narration(), MessagePatterns.SaidNarration(), .. language.Forms.Select(form => form.Narration).OfType<Regex>()])
        {
            mask.ReplaceGroup(pattern, "text", text => new Content(Sense.Narration, text.Trim()));
        }

        foreach (var pattern in (IEnumerable<Regex>)[MessagePatterns.NamedTitle(), MessagePatterns.AnnouncedTitle(), MessagePatterns.CapitalisedTitle(),
            .. language.Forms.SelectMany(form => (Regex?[])[form.AnnouncedTitle, form.NamedTitle]).OfType<Regex>()])
        {
            mask.ReplaceGroup(pattern, "t", mask.Title);
        }

        mask.Replace(MessagePatterns.HexColour(), match => new Content(Sense.TextColour, "#" + match.Groups["t"].Value.ToUpperInvariant()));
        mask.Replace(MessagePatterns.FontName(), match => new Content(Sense.Font, match.Groups["t"].Value));
        mask.MaskMedia();
        mask.Replace(MessagePatterns.FileName(), match => new Content(Sense.UnknownMedia, match.Value));
        if (!assets.Any(asset => asset.Kind != AssetKind.Audio))
        {
            foreach (var pattern in (IEnumerable<Regex>)[.. language.Forms.Select(form => form.Subject).OfType<Regex>(), MessagePatterns.Subject()])
            {
                if (!mask._contents.Exists(content => content.Sense == Sense.Description))
                {
                    mask.ReplaceGroup(pattern, "t", text => new Content(Sense.Description, text.Trim()), once: true);
                }
            }
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

    private Content Quoted(Match match)
    {
        var text = match.Groups["t"].Value;
        var asset = _assets.FirstOrDefault(asset => asset.Name.Equals(text, StringComparison.OrdinalIgnoreCase)) ?? QuotedName(match, text);
        return asset is null ? new Content(Sense.Quote, text.Trim()) : new Content(Sense.Media, asset.Id);
    }

    /// <summary>"'slide' is the photo of the playground": quotes around a name only set it off, where nothing is to be written.</summary>
    private Asset? QuotedName(Match match, string text)
    {
        if (Named(text) is not { } asset || Speaks(Masked, Sense.Title) || Speaks(Masked, Sense.Caption) || Speaks(Masked, Sense.Voiceover))
        {
            return null;
        }

        var quotes = MessagePatterns.Quoted().Matches(Masked);
        return MessagePatterns.TellsOfAName().IsMatch(Masked[(match.Index + match.Length)..]) || (quotes.Count > 1 && quotes.All(quote => Named(quote.Groups["t"].Value) is not null)) ? asset : null;
    }

    private Asset? Named(string text) => _assets.FirstOrDefault(asset => Path.GetFileNameWithoutExtension(asset.Name).Equals(text.Trim(), StringComparison.OrdinalIgnoreCase));

    /// <summary>"change the title to yellow" asks for a colour, and a clip called walk.mp4 is a file.</summary>
    private Content? Title(string text)
    {
        var tokens = TermReader.Tokens(Tokenizer.Normalised(text), _language);
        var first = Enumerable.Range(0, tokens.Count).FirstOrDefault(index => tokens[index].Lower is not ("the" or "a" or "an"), -1);
        var sense = first < 0 ? null : _language.Find(tokens, first)?.Phrase.Sense;
        var isInstruction = sense is Sense.Position or Sense.TextColour or Sense.TextSize or Sense.Animation or Sense.Start or Sense.End or Sense.Last
            or Sense.Middle or Sense.And or Sense.With or Sense.At or Sense.For or Sense.From or Sense.Whole or Sense.Half or Sense.Twice or Sense.Over or Sense.Canvas
            or Sense.Caption or Sense.Volume or Sense.Question;
        // タイトルを消して: nothing but known words, and a verb at their head.
        isInstruction = isInstruction || (_language.Main.Code != "en" && (sense is { } said && (said.IsAction() || said is Sense.LeaveAlone or Sense.Not))
            && !Enumerable.Range(0, tokens.Count).Any(index => tokens[index].Kind == TokenKind.Word && _language.Find(tokens, index) is null));
        var isFile = MessagePatterns.FileName().IsMatch(text)
            || _assets.Any(asset => text.Trim().Equals(Path.GetFileNameWithoutExtension(asset.Name), StringComparison.OrdinalIgnoreCase));
        return isInstruction || isFile ? null : new Content(Sense.Quote, text.Trim());
    }

    /// <summary>Storyboards and caption lines, which are read by line.</summary>
    private void MaskLines()
    {
        var header = ((IEnumerable<Regex>)[MessagePatterns.CaptionHeader(), .. _language.Forms.Select(form => form.CaptionHeader).OfType<Regex>()])
            .Select(pattern => pattern.Match(Masked)).FirstOrDefault(match => match.Success);
        if (header is not null)
        {
            var start = header.Index + header.Length;
            var end = Masked.IndexOf("\n\n", start, StringComparison.Ordinal);
            end = EndOfTimed(start, end < 0 ? Masked.Length : end);
            // "Script:" above scenes is no head of captions.
            if (Masked[start..end].Split('\n').Count(line => SceneLine(line) is not null && TimedLine(line) is null) < 2 && MaskCaptions(start, end))
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

        var lines = Lines(string.Join('\n', row.Groups["text"].Value.Split(['/', '|', ';', '；', '／', '｜'])));
        Masked = string.Concat(Masked.AsSpan(0, start), Sign(new Content(Sense.CaptionLines, "", lines)), Masked.AsSpan(end));
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

        MaskNameParts();
        Masked = MessagePatterns.Possessive().Replace(Masked, match => _contents[match.Value[0] - Tokenizer.FirstContent].Sense == Sense.Media ? match.Value[..1] + " " : match.Value);
    }

    /// <summary>What is called by a part of its name, where that tells it from the others.</summary>
    private void MaskNameParts()
    {
        var parts = new NameParts(_assets, _language);
        foreach (var (asset, pattern) in parts.InParts())
        {
            Replace(pattern, _ => new Content(Sense.Media, asset.Id));
        }

        foreach (var (text, assets) in parts.InRuns().Where(row => Masked.Contains(row.Text, StringComparison.Ordinal)))
        {
            if (assets.Count == 1 || MessagePatterns.Several().IsMatch(Masked))
            {
                Replace(new Regex(Regex.Escape(text), RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)), _ => assets);
            }
        }

        Replace(MessagePatterns.KindWord(), match => parts.IsKind(match.Groups["word"].Value) ? new Content(Sense.Shot, match.Groups["word"].Value) : null);
        Replace(MessagePatterns.KindOfName(), match => parts.OfKind(match.Groups["word"].Value, match.Groups["kind"].Value) is { } named ? new Content(Sense.Media, named.Id) : null);
        Replace(MessagePatterns.NameWord(), match => parts.IsSeveral(match.Value) ? new Content(Sense.Shot, match.Value) : null);
        Replace(MessagePatterns.NameWord(), match => parts.NamedBy(match.Value, MessagePatterns.Several().IsMatch(Around(match))));
    }

    private string Around(Match match) => Masked[Math.Max(0, match.Index - 24)..(match.Index + match.Length)];

    private void Replace(Regex pattern, Func<Match, IReadOnlyList<Asset>> assets) => Masked = pattern.Replace(
        Masked, match => _contents.Count < MostContents && assets(match) is { Count: > 0 } named ? $" {string.Join(' ', named.Select(asset => Sign(new Content(Sense.Media, asset.Id))))} " : match.Value);

    private void Replace(Regex pattern, Func<Match, Content?> content) =>
        Masked = pattern.Replace(Masked, match => _contents.Count < MostContents && content(match) is { } found ? $" {Sign(found)} " : match.Value);

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
