using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Director.Operations;

/// <param name="Text">Only the one with this text, when given.</param>
/// <param name="First">Only this one, from 1, −1 = the last; 0 = all.</param>
internal sealed record RemoveTexts(TextRole Role, string? Text = null, int First = 0) : EditOperation
{
    public override void Apply(EditDesk desk)
    {
        var word = Role == TextRole.Title ? "title" : "caption";
        var texts = desk.Timeline.Texts(Role).OrderBy(text => text.Range.Start).ToList();
        var gone = texts.Where((text, index) =>
            (Text is null || text.Text.Equals(Text, StringComparison.OrdinalIgnoreCase))
            && (First == 0 || index == (First > 0 ? First - 1 : texts.Count + First))).Select(text => text.Id).ToHashSet();
        if (gone.Count == 0)
        {
            if (!desk.IsNew)
            {
                desk.CannotDo($"There is no {word} to remove.");
            }

            return;
        }

        desk.Change(desk.Timeline.ChangingTexts(Role, text => gone.Contains(text.Id) ? null : text), $"{word} removed");
    }
}
