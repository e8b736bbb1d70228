using VideoCreateAi.Studio.Rendering;
using VideoCreateAi.Studio.Rendering.Compositing;
using VideoCreateAi.Studio.Rendering.Text;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.UnitTests.Studio.Rendering.Text;

public sealed class LegibilityTests
{
    private static readonly Canvas s_canvas = new(480, 270);

    public static TheoryData<string, string, string> Cases
    {
        get
        {
            var cases = new TheoryData<string, string, string>();
            foreach (var style in Enum.GetNames<TextStyle>())
            {
                foreach (var color in new[] { "#FFFFFF", "#101010", "#FFD84A", "#2040C0", "#E03030", "#808080" })
                {
                    foreach (var picture in new[] { "white", "black", "busy", "same" })
                    {
                        cases.Add(style, color, picture);
                    }
                }
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_text_of_any_colour_and_style_is_read_on_any_picture(string style, string color, string picture)
    {
        var own = YuvColor.Parse(color, YuvColor.Black);
        Func<int, int, YuvColor> paint = picture switch
        {
            "white" => (_, _) => new YuvColor(235, 128, 128),
            "black" => (_, _) => YuvColor.Black,
            "same" => (_, _) => own,

            // Squares of a few pixels, black and white, as a bookshelf or leaves in the sun.
            _ => (x, y) => (x / 7 * 31 + y / 5 * 17) % 3 == 0 ? new YuvColor(225, 120, 135) : new YuvColor(40, 135, 120),
        };
        var segment = TextStage.Segment("Legible Words") with { Style = Enum.Parse<TextStyle>(style), Color = color };
        var stage = new TextStage(segment, TextRole.Title, s_canvas, picture: paint);
        var layout = TextLayout.Of(segment, TextRole.Title, s_canvas, new RenderOptions());
        var glyphs = new PangoTextRasterizer(PangoLibrary.TryLoad()!).Draw(layout.Request);

        var contrast = ContrastMeter.Of(await stage.FrameAsync(40), TextDecorator.Decorate(glyphs, layout, s_canvas));

        Assert.True(contrast >= ContrastMeter.Least, $"{contrast:0.00} to 1.");
    }
}
