using System.Text.RegularExpressions;

namespace VideoCreateAi.Studio.Director.Reading;

/// <summary>Files that a message names, in full, by their stem or by a part of it.</summary>
internal sealed partial class ContentMask
{
    private const int LongestList = 60;

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
        foreach (var (asset, pattern) in parts.InParts().Concat(parts.Spaced()))
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

        Replace(MessagePatterns.RunningOne(), match => parts.Sharing(match.Groups["word"].Value) is { } one ? new Content(Sense.Media, one.Id) : null);
        Replace(MessagePatterns.KindWord(), match => parts.IsKind(match.Groups["word"].Value) ? new Content(Sense.Shot, match.Groups["word"].Value) : null);
        Replace(MessagePatterns.KindOfNames(), match => parts.Having(match.Groups["word"].Value));
        Replace(MessagePatterns.KindOfName(), match => parts.OfKind(match.Groups["word"].Value, match.Groups["kind"].Value) is { } named ? new Content(Sense.Media, named.Id) : null);
        Replace(MessagePatterns.NameWord(), match => parts.IsSeveral(match.Value) ? new Content(Sense.Shot, match.Value) : null);
        Replace(MessagePatterns.OfTheName(), match => parts.Only(match.Groups["word"].Value) is { } named && _language.Find([new Token(TokenKind.Word, match.Groups["word"].Value)], 0)?.Phrase.Sense is Sense.Mood or Sense.MusicStyle or Sense.TransitionKind or Sense.Motion or Sense.Effect or Sense.Cut or Sense.Mirror or Sense.Rotate
            ? new Content(Sense.Media, named.Id) : null);
        var spoken = _contents.Count;
        Replace(MessagePatterns.NameWord(), match => parts.NamedBy(match.Value, MessagePatterns.Several().IsMatch(Around(match))));
        OnceEach(spoken);
        Replaced(parts, spoken);
        MaskListed(parts);
    }

    /// <summary>"Maria's interview" of interview_maria.mp4: one file in two words.</summary>
    private void OnceEach(int from) => Masked = MessagePatterns.NamedTwice().Replace(Masked, match =>
    {
        var (first, second) = (match.Value[0] - Tokenizer.FirstContent, match.Value[^1] - Tokenizer.FirstContent);
        var isOne = Math.Max(first, second) >= from && _contents[first].Sense == Sense.Media && _contents[second].Sense == Sense.Media && _contents[first].Text == _contents[second].Text;
        return isOne ? match.Value[..1] : match.Value;
    });

    /// <summary>"the first steps film" of first_steps.mp4: what stands before the word that tells the file belongs to its name as well.</summary>
    private void Replaced(NameParts parts, int from) => Masked = MessagePatterns.WordBeforeAName().Replace(Masked, match =>
    {
        var index = match.Groups["name"].Value[0] - Tokenizer.FirstContent;
        var isOfName = index >= from && _contents[index].Sense == Sense.Media && parts.IsOf(match.Groups["word"].Value, _contents[index].Text);
        return isOfName ? match.Groups["name"].Value : match.Value;
    });

    /// <summary>"chop, eggs, mixing", "the amphora, mirror and mosaic": whatever a word means else, between the names of files it is one.</summary>
    private void MaskListed(NameParts parts)
    {
        if (!_contents.Exists(content => content.Sense == Sense.Media))
        {
            return;
        }

        var listed = ListedNames.Pattern(_language);
        for (var found = 0; found < LongestList; found++)
        {
            var next = listed.Matches(Masked).FirstOrDefault(match => parts.Only(match.Groups["word"].Value) is not null && (IsMedia(match, "before") || IsMedia(match, "behind")));
            if (next is null || _contents.Count >= MostContents)
            {
                return;
            }

            var word = next.Groups["word"];
            var sign = Sign(new Content(Sense.Media, parts.Only(word.Value)!.Id));
            Masked = $"{Masked[..word.Index]}{sign}{Masked[(word.Index + word.Length)..]}";
        }
    }

    private bool IsMedia(Match match, string side) => match.Groups[side] is { Success: true, Value: [var sign] } && _contents[sign - Tokenizer.FirstContent].Sense == Sense.Media;

    private string Around(Match match) => Masked[Math.Max(0, match.Index - 24)..(match.Index + match.Length)];
}
