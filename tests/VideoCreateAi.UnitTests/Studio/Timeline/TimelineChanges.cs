using VideoCreateAi.Studio.Timeline;
using VideoCreateAi.UnitTests.Studio.Director;

namespace VideoCreateAi.UnitTests.Studio.Timeline;

public sealed class TimelineChanges
{
    [Theory]
    [InlineData("title \"Dawn\" for the first 2 seconds", "title \"Dawn\" (0-2s) added")]
    [InlineData("make it vertical", "canvas 1920×1080@30 → 1080×1920@30")]
    [InlineData("delete b.jpg", "b.jpg removed")]
    [InlineData("music at 40%", "music volume 100 % → 40 %")]
    [InlineData("remove the music", "music Calm music removed")]
    [InlineData("make it 12 seconds", "length 9s → 12s")]
    [InlineData("fade to black at the end", "fade out 1s")]
    public void An_edit_is_told_in_words(string message, string words)
    {
        var conversation = new Conversation("a.jpg b.jpg c.jpg").Say("a slideshow with calm music");
        var before = conversation.Timeline;

        conversation.Say(message);

        Assert.Contains(words, TimelineChange.Between(before, conversation.Timeline));
    }

    [Fact]
    public void Equal_timelines_differ_in_nothing()
    {
        var timeline = new Conversation("a.jpg b.mp4:5").Say("title \"X\" and calm music").Timeline;

        Assert.Empty(TimelineChange.Between(timeline, timeline! with { Title = timeline.Title }));
    }
}
