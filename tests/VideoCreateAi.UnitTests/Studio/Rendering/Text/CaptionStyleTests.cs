using VideoCreateAi.Studio.Rendering.Compositing;
using VideoCreateAi.Studio.Rendering.Text;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.UnitTests.Studio.Rendering.Text;

public sealed class CaptionStyleTests
{
    private const string Words = "One two three four";

    [Fact]
    public async Task A_plain_caption_has_no_box_and_a_boxed_one_has()
    {
        var plain = await FrameAsync(TextStyle.Plain);
        var boxed = await FrameAsync(TextStyle.Box);

        Assert.InRange(Darkened(plain.Frame, plain.Empty), 1, 5000);
        Assert.True(Darkened(boxed.Frame, boxed.Empty) > 1.5 * Darkened(plain.Frame, plain.Empty), "Both look alike.");

        static async Task<(PlanarPicture Frame, PlanarPicture Empty)> FrameAsync(TextStyle style)
        {
            var stage = new TextStage(TextStage.Segment(Words) with { Style = style }, TextRole.Caption, picture: (_, _) => new YuvColor(110, 128, 128));
            return (await stage.FrameAsync(40), stage.Empty());
        }
    }

    [Theory]
    [InlineData(TextStyle.Highlight)]
    [InlineData(TextStyle.Outline)]
    [InlineData(TextStyle.Box)]
    public async Task The_word_that_is_spoken_is_the_one_in_another_colour(object style)
    {
        // Out of proportion to their lengths, so that a spread by length would be told from it.
        var timed = TextStage.Segment(Words) with
        {
            Style = (TextStyle)style,
            Words = [Word("One", 0, 0.2), Word("two", 0.2, 0.4), Word("three", 0.4, 2.5), Word("four", 2.5, 3)],
        };
        var stage = new TextStage(timed, TextRole.Caption);

        var (one, three, four) = (await AccentAsync(stage, 2), await AccentAsync(stage, 60), await AccentAsync(stage, 82));

        Assert.True(one < three && three < four, $"The words light up at {one:0}, {three:0} and {four:0}.");
        Assert.Equal(three, await AccentAsync(stage, 20), 1.0);
    }

    [Fact]
    public async Task A_plain_caption_lights_nothing_up()
    {
        var stage = new TextStage(TextStage.Segment(Words) with { Words = [Word("One", 0, 3)] }, TextRole.Caption);

        Assert.True(double.IsNaN(await AccentAsync(stage, 40)));
    }

    [Fact]
    public async Task Without_timings_words_are_lit_by_their_length()
    {
        var stage = new TextStage(TextStage.Segment(Words) with { Style = TextStyle.Highlight }, TextRole.Caption);

        var places = new List<double>();
        for (var frame = 3; frame < 80; frame += 7)
        {
            places.Add(await AccentAsync(stage, frame));
        }

        Assert.Equal(places.Order(), places);
        Assert.Equal(4, places.Select(place => Math.Round(place / 8)).Distinct().Count());
    }

    [Fact]
    public void Timed_words_are_found_in_the_text_whatever_stands_around_them()
    {
        const string Text = "“Well, well!” she said – 東京。";
        var cells = new PangoTextRasterizer(PangoLibrary.TryLoad()!)
            .Draw(new TextRequest(Text, ["Noto Sans"], 40, 2000, 100, TextAlign.Left, 0xFFFFFF)).Cells;
        var segment = TextStage.Segment(Text) with { Words = [Word("well", 0, 1), Word("well", 1, 2), Word("SAID", 2, 3), Word("東京", 3, 4)] };

        var words = SpokenWords.Of(segment, Text, cells);

        Assert.Equal(
            ["Well", "well", "said", "東京"],
            words.Select(word => string.Concat(cells.Take(word.End).Skip(word.First).Select(cell => Text[cell.Start..cell.End]))));
        Assert.Equal([0, 1, 2, 3], words.Select(word => word.From.TotalSeconds));
    }

    [Fact]
    public void Chinese_words_are_spread_letter_by_letter()
    {
        const string Text = "清晨的城市";
        var cells = new PangoTextRasterizer(PangoLibrary.TryLoad()!)
            .Draw(new TextRequest(Text, ["Noto Sans CJK SC"], 40, 2000, 100, TextAlign.Left, 0xFFFFFF)).Cells;

        var words = SpokenWords.Of(TextStage.Segment(Text), Text, cells);

        Assert.Equal(5, words.Count);
        Assert.Equal(words.Select(word => word.From).Order(), words.Select(word => word.From));
    }

    private static TimedWord Word(string text, double from, double to) => new(TimeSpan.FromSeconds(from), TimeSpan.FromSeconds(to), text);

    /// <summary>The middle of what is yellow.</summary>
    private static async Task<double> AccentAsync(TextStage stage, int frame)
    {
        var picture = await stage.FrameAsync(frame);
        var blue = picture.Plane(1);
        List<int> places = [];
        for (var i = 0; i < blue.Width * blue.Height; i++)
        {
            if (blue.Span[i] < 95)
            {
                places.Add(i % blue.Width);
            }
        }

        return places.Count == 0 ? double.NaN : places.Average();
    }

    private static int Darkened(PlanarPicture frame, PlanarPicture empty)
    {
        var count = 0;
        for (var i = 0; i < frame.Luma.Length; i++)
        {
            count += frame.Luma[i] < empty.Luma[i] - 6 ? 1 : 0;
        }

        return count;
    }
}
