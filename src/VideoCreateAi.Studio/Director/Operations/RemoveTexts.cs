using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Director.Operations;

/// <param name="Text">Only the one with this text, when given.</param>
/// <param name="First">Only this one, from 1, −1 = the last; 0 = all.</param>
internal sealed record RemoveTexts(TextRole Role, string? Text = null, int First = 0) : EditOperation
{
    private const string White = "#FFFFFF";

    /// <summary>Only those of this colour.</summary>
    public Reading.Term? Color { get; init; }

    public override void Apply(EditDesk desk)
    {
        var word = Role == TextRole.Title ? "title" : "caption";
        var texts = desk.Timeline.Texts(Role).OrderBy(text => text.Range.Start).ToList();
        var gone = texts.Where((text, index) =>
            (Text is null || text.Text.Equals(Text, StringComparison.OrdinalIgnoreCase))
            && (Color is null || (text.Color ?? White).Equals(Color.Value, StringComparison.OrdinalIgnoreCase))
            && (First == 0 || index == (First > 0 ? First - 1 : texts.Count + First))).Select(text => text.Id).ToHashSet();
        if (gone.Count == 0)
        {
            if (!desk.IsNew)
            {
                desk.CannotDo(Text is not null ? $"There is no {word} \"{Text}\" to remove."
                    : Color is not null ? $"There is no {Color.Text} {word} to remove."
                    : First > 0 && texts.Count > 0 ? $"There is no {Words.Nth(First)} {word}; the video has {Words.Count(texts.Count, word)}."
                    : $"There is no {word} to remove.");
            }

            return;
        }

        desk.Change(desk.Timeline.ChangingTexts(Role, text => gone.Contains(text.Id) ? null : text), Told(word, texts, gone));
    }

    private static string Told(string word, List<TextSegment> texts, HashSet<string> gone) =>
        gone.Count > 1 ? $"{Words.Count(gone.Count, word)} removed"
        : texts.Count > 1 ? $"{word} \"{texts.First(text => gone.Contains(text.Id)).Text}\" removed"
        : $"{word} removed";
}
