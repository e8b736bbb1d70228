using System.Text;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Director.Operations;

/// <summary>Captions of what the voiceover says, each word lit up when it is spoken.</summary>
internal sealed record CaptionVoice(TextLook Look) : EditOperation
{
    private const int MostWords = 7;

    private const double MostLetters = 34;

    // A sign of Chinese is as wide as two letters and a half.
    private const double SignLetters = 2.4;

    // A caption stays until the next one, unless the pause between them is longer.
    private static readonly TimeSpan s_stays = TimeSpan.FromMilliseconds(700);

    public override void Apply(EditDesk desk)
    {
        var voices = desk.Timeline.Sounds(SoundRole.Voiceover).Where(voice => voice is { Text: not null, Source: null }).OrderBy(voice => voice.Range.Start).ToList();
        if (voices.Count == 0)
        {
            desk.CannotDo("There is no voiceover with words to caption; say \"add a voiceover that says …\" first.");
            return;
        }

        var timeline = desk.Timeline.RemovingTexts(TextRole.Caption);
        var end = timeline.ProgrammeEnd();
        var captions = voices.SelectMany(voice => Lines(voice, desk)).Where(line => line[0].Start < end - timeline.OneFrame()).ToList();
        for (var i = 0; i < captions.Count; i++)
        {
            var next = i + 1 < captions.Count ? captions[i + 1][0].Start : end;
            var until = captions[i][^1].End + s_stays;
            timeline = timeline.Adding(TextRole.Caption, Look.On(new TextSegment
            {
                Id = "",
                Text = Text(captions[i]),
                Range = TimeRange.Between(captions[i][0].Start, until < next ? until : next),
                Position = TextPosition.Bottom,
                Style = TextStyle.Highlight,
                Words = captions[i],
            }));
        }

        desk.Change(timeline, $"{Operations.Words.Count(captions.Count, "caption")} of the voiceover, word by word");
    }

    private static IEnumerable<IReadOnlyList<TimedWord>> Lines(SoundSegment voice, EditDesk desk)
    {
        var start = voice.Range.Start;
        var line = new List<TimedWord>();
        var letters = 0.0;
        foreach (var word in Spoken.Words(voice.Text!, voice.Range.Duration, desk.Input.Narrator))
        {
            var width = Width(word.Text);
            if (line.Count > 0 && (letters + width > MostLetters || (line.Count >= MostWords && !IsSign(word)) || EndsSentence(line[^1].Text)))
            {
                yield return line;
                line = [];
                letters = 0;
            }

            line.Add(new TimedWord(start + word.Start, start + word.End, word.Text));
            letters += width + 1;
        }

        if (line.Count > 0)
        {
            yield return line;
        }
    }

    private static string Text(IReadOnlyList<TimedWord> line)
    {
        var text = new StringBuilder();
        for (var i = 0; i < line.Count; i++)
        {
            text.Append(i > 0 && !(IsSign(line[i]) && IsSign(line[i - 1])) ? " " : "").Append(line[i].Text);
        }

        return text.ToString();
    }

    private static bool IsSign(TimedWord word) => Spoken.IsSign(Rune.GetRuneAt(word.Text, 0));

    private static double Width(string word) => word.EnumerateRunes().Sum(rune => Spoken.IsSign(rune) ? SignLetters : 1);

    private static bool EndsSentence(string word) => word[^1] is '.' or '!' or '?' or '。' or '！' or '？' or '…' or '।';
}
