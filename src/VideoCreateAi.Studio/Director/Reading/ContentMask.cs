using System.Text.RegularExpressions;

namespace VideoCreateAi.Studio.Director.Reading;

/// <summary>Takes content out of a message before anything is read as an instruction: each piece becomes one sign.</summary>
internal sealed partial class ContentMask
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
        mask.MaskLines();
        mask.Replace(MessagePatterns.Quoted(), match => mask.Quoted(match.Groups["t"].Value));
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

    private Content Quoted(string text)
    {
        var asset = _assets.FirstOrDefault(asset => asset.Name.Equals(text, StringComparison.OrdinalIgnoreCase));
        return asset is null ? new Content(Sense.Quote, text.Trim()) : new Content(Sense.Media, asset.Id);
    }

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
