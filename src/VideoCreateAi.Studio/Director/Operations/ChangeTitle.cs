using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Director.Operations;

/// <param name="Which">The title with this text; null = the newest.</param>
internal sealed record ChangeTitle(string? Which, string? Text, WhenShown When, TextLook Look, TextRole Role = TextRole.Title) : EditOperation
{
    /// <summary>Which of the titles in the order in which they come, −1 = the last; 0 = not said.</summary>
    public int Nth { get; init; }

    public override void Apply(EditDesk desk)
    {
        var titles = desk.Timeline.Texts(Role);
        if (titles.Count == 0 && this is { Role: TextRole.Title, Which: null, Text: null, Look.IsSaid: true } && desk.Timeline.Texts(TextRole.Caption).Count > 0)
        {
            // "all texts in white", where all there are are captions.
            (this with { Role = TextRole.Caption }).Apply(desk);
            return;
        }

        var inOrder = titles.OrderBy(title => title.Range.Start).ToList();
        var id = (Nth != 0 && titles.Count > 0 && Math.Abs(Nth) <= titles.Count ? inOrder[Nth > 0 ? Nth - 1 : ^1]
            : Which is null
            ? titles.OrderBy(title => title.Id.Length).ThenBy(title => title.Id, StringComparer.Ordinal).LastOrDefault()
            : titles.FirstOrDefault(title => title.Text.Equals(Which, StringComparison.OrdinalIgnoreCase)))?.Id;
        if (id is null)
        {
            if (Text is null || Role == TextRole.Caption)
            {
                desk.CannotDo(Which is null ? $"There is no {(Role == TextRole.Caption ? "caption" : "title")} to change." : $"I could not find a title \"{Which}\".");
                return;
            }

            new AddTitle(Text, When, Look).Apply(desk);
            return;
        }

        if (When.Misfit(desk.Timeline, "title") is { } misfit)
        {
            desk.CannotDo(misfit);
            return;
        }

        TextSegment? now = null;
        var changed = desk.Timeline.ChangingTexts(Role, title =>
        {
            if (Role == TextRole.Title && title.Id != id)
            {
                return title;
            }

            var range = When.IsSaid ? When.In(desk.Timeline, title.Range.Duration, title.Range.Start) : title.Range;
            return now = Look.On(title with { Text = Text ?? title.Text, Range = Role == TextRole.Caption ? title.Range : range });
        });
        desk.Change(changed, Role == TextRole.Caption ? $"look of {Words.Count(titles.Count, "caption")}{Look.Told}" : $"title \"{now!.Text}\" ({Words.Range(now.Range)}{Look.Told})");
    }
}
