using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Director.Operations;

/// <summary>Other words in place of a part of the texts that hold it; they keep their times and their look.</summary>
internal sealed record RewordPart(string Old, string New) : EditOperation
{
    public override void Apply(EditDesk desk)
    {
        foreach (var role in (TextRole[])[TextRole.Title, TextRole.Caption])
        {
            foreach (var text in desk.Timeline.Texts(role).Where(text => text.Text.Contains(Old, StringComparison.OrdinalIgnoreCase)).ToList())
            {
                var words = text.Text.Replace(Old, New, StringComparison.OrdinalIgnoreCase);
                desk.Change(
                    desk.Timeline.ChangingTexts(role, other => other.Id == text.Id ? other with { Text = words } : other),
                    $"{(role == TextRole.Title ? "title" : "caption")} \"{words}\"");
            }
        }
    }
}
