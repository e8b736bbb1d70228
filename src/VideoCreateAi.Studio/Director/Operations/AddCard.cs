using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Director.Operations;

/// <summary>A plain picture of its own at the head or the tail, for words to stand on.</summary>
/// <param name="Backdrop">What it looks like, in words: "dark background".</param>
internal sealed record AddCard(string Text, string Backdrop, TimeSpan Length, bool AtEnd) : EditOperation
{
    public static readonly TimeSpan UsualLength = TimeSpan.FromSeconds(3);

    public override EditStage Stage => EditStage.Shots;

    public override void Apply(EditDesk desk)
    {
        var card = new PictureSegment { Id = "", Name = Text, Kind = PictureKind.Scene, Prompt = Backdrop, Range = new TimeRange(TimeSpan.Zero, Length) };
        desk.Change(desk.Timeline.Inserting(AtEnd ? desk.Timeline.Shots().Count : 0, [card]), $"a card of {Words.Seconds(Length)} at the {(AtEnd ? "end" : "beginning")}");
    }
}
