using System.Buffers;
using System.Text.RegularExpressions;

namespace VideoCreateAi.Studio.Director.Reading;

/// <summary>Takes content out of a message before anything is read as an instruction: each piece becomes one sign.</summary>
internal sealed partial class ContentMask
{
    private const int MostContents = 2000;

    private static readonly SearchValues<char> s_sentenceEnds = SearchValues.Create("。.!?！？\n");

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
        mask.MaskTimedRow();
        mask.MaskLines();
        mask.ReplaceGroup(MessagePatterns.SongByName(), "t", text => assets.Any(asset => MediaNames.IsNamed(asset, text)) ? null : new Content(Sense.UnknownMedia, text.Trim()));
        mask.Replace(MessagePatterns.Quoted(), match => mask.Quoted(match));
        mask.MaskListForEach();
        mask.Masked = MessagePatterns.SmallWord().Replace(mask.Masked, mask.Spelled);
        foreach (var pattern in (IEnumerable<Regex>)[MessagePatterns.Narration(), MessagePatterns.SaidNarration(), .. language.Forms.Select(form => form.Narration).OfType<Regex>()])
        {
            mask.ReplaceGroup(pattern, "text", text => new Content(Sense.Narration, mask.UpToTheNextWish(text).Trim()));
        }

        mask.MaskSpeechBehind();

        // What is announced by a colon ends as its sentence does; everything else ends where the words around it say.
        mask.ReplaceTitles([.. language.Forms.Select(form => form.AnnouncedTitle).OfType<Regex>()], only: text => text.Contains(':', StringComparison.Ordinal) || text.Contains('：', StringComparison.Ordinal));
        mask.MaskSpans();
        foreach (var pattern in (IEnumerable<Regex>)[MessagePatterns.NamedTitle(), MessagePatterns.AnnouncedTitle(), MessagePatterns.CapitalisedTitle(),
            .. language.Forms.SelectMany(form => (Regex?[])[form.AnnouncedTitle, form.NamedTitle]).OfType<Regex>()])
        {
            mask.ReplaceGroup(pattern, "t", mask.Title);
        }

        if (!mask._contents.Exists(content => content.Sense is Sense.Quote or Sense.CaptionLines or Sense.Narration))
        {
            foreach (var pattern in language.Forms.Select(form => form.Written).OfType<Regex>())
            {
                mask.ReplaceGroup(pattern, "t", text => mask.IsKnown(text) ? null : mask.Title(text));
            }
        }

        if (mask._contents.Exists(content => content.Sense == Sense.Quote))
        {
            mask.ReplaceGroup(MessagePatterns.TextBelow(), "t", mask.Title, once: true);
        }

        mask.ReplaceGroup(MessagePatterns.WordsInCapitals(), "t", text => assets.Any(asset => MediaNames.IsNamed(asset, text)) ? null : new Content(Sense.Quote, text));
        mask.Replace(MessagePatterns.HexColour(), match => new Content(Sense.TextColour, "#" + match.Groups["t"].Value.ToUpperInvariant()));
        mask.Replace(MessagePatterns.FontName(), match => new Content(Sense.Font, match.Groups["t"].Value));
        mask.MaskMedia();
        mask.Replace(MessagePatterns.FileName(), match => new Content(Sense.UnknownMedia, match.Value));
        if (!assets.Any(asset => asset.Kind != AssetKind.Audio) && !mask._contents.Exists(content => content.Sense == Sense.Storyboard))
        {
            foreach (var pattern in (IEnumerable<Regex>)[.. language.Forms.Select(form => form.Subject).OfType<Regex>(), MessagePatterns.Subject()])
            {
                if (!mask._contents.Exists(content => content.Sense == Sense.Description))
                {
                    mask.ReplaceGroup(pattern, "t", mask.Description);
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

    /// <summary>What a video from nothing shows, said once; "um reels de dez segundos" says how long it is.</summary>
    private Content? Description(string text) => _contents.Exists(content => content.Sense == Sense.Description)
        || TermReader.Read(Tokenizer.Normalised(text), [], _language) is [{ Sense: Sense.Length }]
        ? null
        : new Content(Sense.Description, text.Trim());

    /// <summary>"'slide' is the photo of the playground": quotes around a name only set it off, where nothing is to be written.</summary>
    private Asset? QuotedName(Match match, string text)
    {
        if (Named(text) is not { } asset || Speaks(Masked, Sense.Title) || Speaks(Masked, Sense.Caption) || Speaks(Masked, Sense.Voiceover))
        {
            return null;
        }

        var quotes = MessagePatterns.Quoted().Matches(Masked);
        if (quotes.Count > 1 && CallsForOneEach(Masked[..quotes[0].Index]))
        {
            return null;
        }

        return MessagePatterns.TellsOfAName().IsMatch(Masked[(match.Index + match.Length)..]) || (quotes.Count > 1 && quotes.All(quote => Named(quote.Groups["t"].Value) is not null)) ? asset : null;
    }

    /// <summary>"under every photo its name: 'Ash', 'Elm' and 'Fir'": each of them gets one, so they are written.</summary>
    private bool CallsForOneEach(string lead)
    {
        var terms = TermReader.Read(Tokenizer.Normalised(lead), [], _language);
        return terms.Any(term => term.Sense == Sense.Each) && terms.Any(term => term.Sense is Sense.Still or Sense.Clip or Sense.Shot) && !terms.Any(term => term.Sense is Sense.Length or Sense.Number);
    }

    private Asset? Named(string text) => _assets.FirstOrDefault(asset => MediaNames.IsNamed(asset, text));

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
            || _assets.Any(asset => MediaNames.IsNamed(asset, text));
        return isInstruction || isFile ? null : new Content(Sense.Quote, text.Trim());
    }

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
                    : string.Concat(match.Value.AsSpan(0, part.Index - match.Index), $" {Sign(found)} ", Rest(found, part.Value), match.Value.AsSpan(part.Index - match.Index + part.Length));
            },
            once ? 1 : -1);

    private void ReplaceTitles(IReadOnlyList<Regex> patterns, Func<string, bool> only)
    {
        foreach (var pattern in patterns)
        {
            Masked = pattern.Replace(Masked, match =>
            {
                var part = match.Groups["t"];
                return !only(match.Value[..(part.Index - match.Index)]) || _contents.Count >= MostContents || Title(part.Value) is not { } found
                    ? match.Value
                    : string.Concat(match.Value.AsSpan(0, part.Index - match.Index), $" {Sign(found)} ", match.Value.AsSpan(part.Index - match.Index + part.Length));
            });
        }
    }

    /// <summary>What stands behind the content in a part is read on, as a sentence of its own.</summary>
    private static string Rest(Content content, string part) => content.Sense == Sense.Narration && part.IndexOf(content.Text, StringComparison.Ordinal) is >= 0 and var at
        && part[(at + content.Text.Length)..] is var rest && !string.IsNullOrWhiteSpace(rest) ? "\n" + rest : "";

    /// <summary>A spoken text without quotation marks ends where a sentence is nothing but a wish: "… twenty years. No subtitles."</summary>
    private string UpToTheNextWish(string text)
    {
        for (var at = text.AsSpan().IndexOfAny(s_sentenceEnds); at >= 0 && at + 1 < text.Length;)
        {
            var rest = text[(at + 1)..];
            var end = rest.AsSpan().IndexOfAny(s_sentenceEnds);
            if (IsWish(end < 0 ? rest : rest[..end]) || IsPlacing(end < 0 ? rest : rest[..end]))
            {
                return text[..(at + 1)];
            }

            at = end < 0 ? -1 : at + 1 + end;
        }

        return text;
    }

    /// <summary>All of its words are known, and one of them names something that can be edited.</summary>
    private bool IsWish(string sentence)
    {
        var tokens = TermReader.Tokens(Tokenizer.Normalised(sentence), _language).ToList();
        var known = tokens.Select((token, index) => (token, Sense: token.Kind == TokenKind.Word ? _language.Find(tokens, index)?.Phrase.Sense : Sense.Mark)).ToList();
        return known.Exists(row => row.Sense is Sense.Title or Sense.Caption or Sense.Music or Sense.Transition or Sense.Filter or Sense.Canvas or Sense.Logo or Sense.Voiceover)
            && known.Exists(row => row.Sense is { } sense && (sense.IsAction() || sense is Sense.No or Sense.Without or Sense.Not or Sense.With))
            && known.Count(row => row.Sense is null) <= known.Count / 4;
    }

    private string Sign(Content content)
    {
        _contents.Add(content);
        return ((char)(Tokenizer.FirstContent + _contents.Count - 1)).ToString();
    }
}
