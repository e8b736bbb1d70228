using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Director.Operations;

/// <summary>Other words for a caption that keeps its time.</summary>
/// <param name="Old">The one with this text; null = the <paramref name="Nth"/>, −1 = the last.</param>
internal sealed record RewordCaption(string? Old, int Nth, string Text) : EditOperation
{
    public override void Apply(EditDesk desk)
    {
        var captions = desk.Timeline.Texts(TextRole.Caption).OrderBy(caption => caption.Range.Start).ToList();
        var at = Old is not null ? captions.FindIndex(caption => caption.Text.Equals(Old, StringComparison.OrdinalIgnoreCase)) : Nth > 0 ? Nth - 1 : captions.Count - 1;
        if (at < 0 || at >= captions.Count)
        {
            desk.CannotDo(Old is not null ? $"I could not find a caption \"{Old}\"." : $"There is no {Words.Nth(Nth)} caption; the video has {Words.Count(captions.Count, "caption")}.");
            return;
        }

        desk.Change(
            desk.Timeline.ChangingTexts(TextRole.Caption, caption => caption.Id == captions[at].Id ? caption with { Text = Text } : caption),
            $"caption {at + 1}: \"{Text}\"");
    }
}
