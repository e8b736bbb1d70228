using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Director.Operations;

internal sealed record AddTitle(string Text, WhenShown When, TextLook Look) : EditOperation
{
    public static readonly TimeSpan UsualLength = TimeSpan.FromSeconds(3);

    /// <summary>Titles of one sentence, in which what is said of one may hold for all; 0 = it stands alone.</summary>
    public int List { get; init; }

    public override void Apply(EditDesk desk)
    {
        if (desk.Timeline.ProgrammeEnd() == TimeSpan.Zero)
        {
            desk.CannotDo("A title needs a picture to stand on.");
            return;
        }

        if (When.Misfit(desk.Timeline, "title") is { } misfit)
        {
            desk.CannotDo(misfit);
            return;
        }

        var title = Look.On(new TextSegment
        {
            Id = "",
            Text = Text,
            Range = When.In(desk.Timeline, UsualLength),
            Animation = TextAnimation.Fade,
            Style = TextStyle.Shadow,
        });
        if (When is { Start: null, Over: null, Length: null, Whole: false, BeforeEnd: null })
        {
            desk.OpenTitles.Add(desk.Timeline.NextSegment());
        }

        desk.Change(desk.Timeline.Adding(TextRole.Title, title), $"title \"{Text}\" ({Words.Range(title.Range)}{Look.Told})");
    }
}
