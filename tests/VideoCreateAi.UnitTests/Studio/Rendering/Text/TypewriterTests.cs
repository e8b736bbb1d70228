using VideoCreateAi.Studio.Rendering.Text;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.UnitTests.Studio.Rendering.Text;

public sealed class TypewriterTests
{
    [Theory]
    [InlineData("Typed in two lines of words", false)]
    [InlineData("نص يكتب حرفا حرفا على سطرين", true)]
    [InlineData("בוקר שקט בעיר הגדולה מאוד", true)]
    public async Task Letters_come_in_the_order_of_reading_and_never_move(string text, bool fromRight)
    {
        var stage = new TextStage(TextStage.Segment(text) with { Animation = TextAnimation.Typewriter }, TextRole.Title);
        var whole = TextStage.Ink(await stage.FrameAsync(60)).ToHashSet();
        var top = whole.Min(place => place.Y);
        var height = whole.Max(place => place.Y) - top;
        var seen = 0;

        for (var frame = 0; frame <= 45; frame += 3)
        {
            var ink = TextStage.Ink(await stage.FrameAsync(frame));

            Assert.All(ink, place => Assert.Contains(place, whole));
            Assert.True(ink.Count >= seen, "Letters went away.");
            seen = ink.Count;
        }

        // A few letters in, only the first line's beginning shows.
        var early = TextStage.Ink(await stage.FrameAsync(7));
        Assert.InRange(early.Count, 1, whole.Count / 2);
        Assert.All(early, place => Assert.InRange(place.Y, top, top + height * 0.6));
        var firstLine = whole.Where(place => place.Y < top + height * 0.45).ToList();
        var middle = (firstLine.Min(place => place.X) + firstLine.Max(place => place.X)) / 2;
        Assert.True(fromRight ? early.Average(place => place.X) > middle : early.Average(place => place.X) < middle, "It begins on the wrong side.");
    }

    [Fact]
    public async Task All_is_typed_after_half_of_its_time()
    {
        var stage = new TextStage(
            TextStage.Segment(string.Concat(Enumerable.Repeat("many letters ", 20))) with { Animation = TextAnimation.Typewriter }, TextRole.Title);

        var half = TextStage.Ink(await stage.FrameAsync(46)).Count;

        Assert.Equal(TextStage.Ink(await stage.FrameAsync(60)).Count, half);
    }

    [Theory]
    [InlineData("é🏳️‍🌈👨‍👩‍👧‍👦!", new[] { "é", "🏳️‍🌈", "👨‍👩‍👧‍👦", "!" })]
    [InlineData("क्षितिज", new[] { "क्षि", "ति", "ज" })]
    [InlineData("🇯🇵🇩🇪", new[] { "🇯🇵", "🇩🇪" })]
    [InlineData("กำ", new[] { "กำ" })]
    public void A_letter_is_what_a_reader_takes_for_one(string text, string[] letters)
        => Assert.Equal(letters, Graphemes.Of(text).Select(letter => text[letter.Start..letter.End]));

    [Fact]
    public async Task Its_box_stands_from_the_first_frame()
    {
        var stage = new TextStage(
            TextStage.Segment("Boxed words") with { Animation = TextAnimation.Typewriter, Style = TextStyle.Highlight, Position = TextPosition.Center }, TextRole.Title);

        var (first, last) = (await stage.FrameAsync(0), await stage.FrameAsync(60));

        Assert.Equal(Box(last), Box(first));
        Assert.NotEqual(last.Luma.ToArray(), first.Luma.ToArray());

        static (int, int, int, int) Box(VideoCreateAi.Studio.Rendering.Compositing.PlanarPicture frame)
        {
            var box = TextStage.Ink(frame);
            return (box.Min(place => place.X), box.Max(place => place.X), box.Min(place => place.Y), box.Max(place => place.Y));
        }
    }
}
