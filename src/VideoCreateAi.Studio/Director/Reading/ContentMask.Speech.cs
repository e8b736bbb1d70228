using System.Text.RegularExpressions;

namespace VideoCreateAi.Studio.Director.Reading;

/// <summary>Words to be spoken or shown that stand behind the wish, and what is said about them afterwards.</summary>
internal sealed partial class ContentMask
{
    private static readonly System.Buffers.SearchValues<char> s_lineMarks = System.Buffers.SearchValues.Create("/|;；／｜");

    private const int LeastSpoken = 3;
    private const int LongestAside = 12;

    /// <summary>"I'd like a voice at the end. Can you say it? Happy birthday, Emma.": a voice is wished for, and the message ends in words that ask for nothing.</summary>
    private void MaskSpeechBehind()
    {
        if (_contents.Exists(content => content.Sense is Sense.Narration or Sense.Quote or Sense.CaptionLines) || !Speaks(Masked, Sense.Voiceover))
        {
            return;
        }

        var at = Masked.LastIndexOfAny(['?', '？', ':', '：']);
        var text = at < 0 ? "" : Masked[(at + 1)..].Trim();
        var tokens = TermReader.Tokens(Tokenizer.Normalised(text), _language);
        var first = tokens.Count > 0 && tokens[0].Kind == TokenKind.Word ? _language.Find(tokens, 0)?.Phrase.Sense : Sense.Mark;
        var words = tokens.Count(token => token.Kind == TokenKind.Word);
        if (words < LeastSpoken || first?.IsAction() == true || first is Sense.Mark or Sense.Music or Sense.Title or Sense.Caption || text.Any(sign => sign is >= Tokenizer.FirstContent and <= '\uF8FF') || IsWish(text) || char.IsLower(text[0]))
        {
            return;
        }

        var spoken = UpToTheNextWish(text).Trim();
        Masked = $"{Masked[..(at + 1)]} {Sign(new Content(Sense.Narration, spoken))} \n{text[spoken.Length..]}";
    }

    /// <summary>"The first at 0, the second at 12 seconds", 第一句放切肉那里: where the lines before it go.</summary>
    private bool IsPlacing(string sentence)
    {
        var terms = TermReader.Read(Tokenizer.Normalised(sentence), [], _language);
        return terms.FirstOrDefault(term => term.Sense != Sense.Mark)?.Sense is Sense.Ordinal or Sense.ShotPlace
            && (terms.Count(term => term.Sense is Sense.Ordinal or Sense.ShotPlace) > 1 || terms.Any(term => term.Sense is Sense.Put or Sense.At));
    }

    /// <summary>Nothing but words that mean something to the editor: where, how large, a title.</summary>
    private bool IsKnown(string text) => !TermReader.Read(Tokenizer.Normalised(text), [], _language).Any(term => term.Sense == Sense.Word && term.Value.Equals(term.Text, StringComparison.OrdinalIgnoreCase));

    /// <summary>"In a serif font if you have one": how the lines before it look.</summary>
    private bool IsOfLook(string sentence)
    {
        var terms = TermReader.Read(Tokenizer.Normalised(sentence), [], _language);
        return terms.Count <= LongestAside && terms.Any(term => term.Sense is Sense.Font or Sense.TextSize or Sense.TextColour or Sense.Animation) && terms is [{ Sense: not Sense.Word }, ..] or [{ Sense: Sense.Word, Text: "in" or "In" or "with" or "With" or "use" or "Use" or "please" or "Please" }, ..];
    }

    /// <summary>Rows of lines without what is said about them behind the last.</summary>
    private string WithoutAsides(string rows)
    {
        foreach (Match end in MessagePatterns.SentenceEnd().Matches(rows))
        {
            var rest = rows[(end.Index + end.Length)..];
            if (rest.Length > 0 && !rest.AsSpan().ContainsAny(s_lineMarks) && (IsPlacing(rest) || IsOfLook(rest) || IsWish(rest)))
            {
                return rows[..(end.Index + 1)];
            }
        }

        return rows;
    }
}
