using VideoCreateAi.Studio.Director.Spans;

namespace VideoCreateAi.Studio.Director.Reading;

/// <summary>Texts that no quotation marks set off, and remarks beside the wishes.</summary>
internal sealed partial class ContentMask
{
    private const float SureText = 0.9f;
    private const float SureRemark = 0.9f;

    // Without pictures a message tells scenes, and these look like texts.
    private const float SureTextOfScenes = 0.97f;

    private const int LeastOfList = 3;
    private const int MostBesideMeasure = 1;

    // "what I'm saying" is no text of anybody.
    private static readonly HashSet<string> s_ownWords = ["i'm", "i’m"];

    private static readonly char[] s_around = [' ', ',', '，', ';', '；', ':', '：', '、', '\n', '\r', '\t', '"', '\'', '(', ')'];

    private void MaskSpans()
    {
        var sure = _assets.Any(asset => asset.Kind != AssetKind.Audio) ? SureText : SureTextOfScenes;
        var masked = Masked;
        var announced = Speaks(Masked, Sense.Title) || Speaks(Masked, Sense.Caption);
        var remarks = 0;
        foreach (var read in SpanReader.Read(Masked, _language, _assets).Reverse())
        {
            var span = read.IsContent ? read with { From = WithItsNumber(read.From) } : read;
            var text = masked[span.From..span.To].Trim(s_around);
            if (span.IsContent ? span.Sureness >= sure && MayBeShown(text, announced) : span.Sureness >= SureRemark && MayBeLeftOut(text))
            {
                remarks += span.IsContent ? 0 : 1;
                masked = string.Concat(masked.AsSpan(0, span.From), span.IsContent ? Shown(text) : Mark(text), masked.AsSpan(span.To));
            }
        }

        // Who only tells something is answered by what he tells.
        Masked = remarks > 0 && !masked.Any(char.IsLetterOrDigit) && !masked.Any(sign => sign >= Tokenizer.FirstContent) ? Masked : masked;
    }

    /// <summary>"put 14 Maple Court over it": a number right behind the verb begins the text.</summary>
    private int WithItsNumber(int from)
    {
        var number = MessagePatterns.NumberBehindAWord().Match(Masked[..from]);
        return number.Success && _language.Find([new Token(TokenKind.Word, number.Groups["word"].Value)], 0)?.Phrase.Sense is Sense.Put or Sense.Add or Sense.Make or Sense.Title or Sense.Caption ? number.Groups["number"].Index : from;
    }

    /// <summary>1个月 6个月 1岁: as many words as there are pictures are one for each.</summary>
    private string Shown(string text)
    {
        var parts = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var isList = parts.Length >= LeastOfList && Scripts.IsRunning(text[^1]) && (parts.Length == _assets.Count(asset => asset.Kind == AssetKind.Image) || parts.Length == _assets.Count(asset => asset.Kind != AssetKind.Audio));
        return $" {string.Join(" , ", (isList ? parts : [text]).Select(part => Sign(new Content(Sense.Quote, part))))} ";
    }

    private static string Mark(string remark) => remark.Length > 0 && remark[^1] is '.' or '!' or '?' or '。' or '！' or '？' ? ". " : ", ";

    /// <summary>"10-20 and 40-55", "720p", "60 % opacity": measures are no text, unless other words stand beside them.</summary>
    private bool IsMeasure(string text, bool announced)
    {
        var terms = TermReader.Read(Tokenizer.Normalised(text), [], _language);
        var words = terms.Where(term => term.Sense == Sense.Word && (term.Text.Length > 1 || Scripts.IsRunning(term.Text.FirstOrDefault()))).ToList();
        return !MessagePatterns.InCapitals().IsMatch(text) && words.Count <= (announced ? 0 : MostBesideMeasure) && terms.Any(term => term.Sense is Sense.Number or Sense.Length or Sense.Moment or Sense.Stretch or Sense.Percent or Sense.Head or Sense.Tail or Sense.Factor
                or Sense.Resolution or Sense.Canvas or Sense.Rate or Sense.Size or Sense.Degrees or Sense.Opacity)
            || !text.Any(char.IsLetter) || MessagePatterns.HexColour().IsMatch(text);
    }

    /// <param name="announced">Something to be written is spoken of: then the name of a file may be what is written.</param>
    private bool MayBeShown(string text, bool announced) => text.Length > 0 && text.Any(char.IsLetterOrDigit) && _contents.Count < MostContents
        && !text.Any(sign => sign is >= Tokenizer.FirstContent and <= '\uF8FF') && !MessagePatterns.FileName().IsMatch(text) && !IsMeasure(text, announced) && (announced || !IsOfNames(text))
        && !s_ownWords.Contains(text.Split(' ')[0].ToLowerInvariant());

    /// <summary>"week 1 on the left": nothing but words of the files' names.</summary>
    private bool IsOfNames(string text)
    {
        var pieces = NamePieces.Of(_assets);
        return _assets.Any(asset => MediaNames.IsNamed(asset, text)) || Tokenizer.Cut(text).All(token => token.Kind is not (TokenKind.Word or TokenKind.Number) || pieces.Holds(token.Lower));
    }

    /// <summary>A remark that names a thing, a place or a time may be what the next wish is about.</summary>
    private bool MayBeLeftOut(string text)
    {
        if (text.Any(char.IsDigit) || text.Any(sign => sign is >= Tokenizer.FirstContent and <= '\uF8FF') || text.Contains('?', StringComparison.Ordinal) || text.Contains('？', StringComparison.Ordinal))
        {
            return false;
        }

        var tokens = TermReader.Tokens(Tokenizer.Normalised(text), _language);
        var parts = new NameParts(_assets, _language);
        for (var at = 0; at < tokens.Count; at++)
        {
            var sense = tokens[at].Kind == TokenKind.Word ? _language.Find(tokens, at)?.Phrase.Sense : null;
            if ((at == 0 && sense?.IsAction() == true) || sense is Sense.Ordinal or Sense.Last or Sense.Undo or Sense.Redo or Sense.LeaveAlone or Sense.Mistake or Sense.No or Sense.Not or Sense.Instead or Sense.Question or Sense.Unsupported || (sense is null && parts.NamedBy(tokens[at].Text, saysSeveral: true).Count > 0))
            {
                return false;
            }
        }

        return parts.InRuns().All(row => !text.Contains(row.Text, StringComparison.Ordinal));
    }
}
