using Microsoft.Extensions.Logging.Abstractions;
using VideoCreateAi.Studio.Ffmpeg;
using VideoCreateAi.Studio.Rendering;
using VideoCreateAi.Studio.Rendering.Text;
using VideoCreateAi.Studio.Timeline;
using VideoCreateAi.TestKit;

namespace VideoCreateAi.UnitTests.Studio.Rendering.Text;

public class TextTests
{
    private static readonly string s_nasty = @"x',drawtext=textfile='/etc/passwd {\an8\fs200} %{e:1/0} \N [v];";

    [Theory(Timeout = 60_000)]
    [InlineData("Urban Dreams")]
    [InlineData("A very long title that has to be broken into several lines to fit the safe area of an upright video")]
    [InlineData("Donaudampfschifffahrtsgesellschaftskapitän")]
    public async Task A_title_fits_the_safe_area(string title)
    {
        var layout = TextLayout.Of(new TextSegment { Id = "t", Range = default, Text = title }, TextRole.Title, Canvas.Portrait, new RenderOptions());

        foreach (var rasterizer in Rasterizers())
        {
            using var folder = new TempFolder();
            var bitmap = await rasterizer.DrawAsync(layout.Request, folder.Path, CancellationToken.None);
            var (x, y) = layout.Place(bitmap.Width, bitmap.Height, Canvas.Portrait);

            Assert.InRange(x, 1080 * 0.07, 540);
            Assert.InRange(y, 1920 * 0.2, 960);
            Assert.True(Ink(bitmap) > 500, "Nothing was drawn.");
        }
    }

    [Fact(Timeout = 60_000)]
    public async Task Text_that_looks_like_commands_is_drawn_as_text()
    {
        var request = new TextRequest(s_nasty, ["DejaVu Sans"], 40, 900, 600, TextAlign.Center, 0xFFFFFF);

        foreach (var rasterizer in Rasterizers())
        {
            using var folder = new TempFolder();
            var bitmap = await rasterizer.DrawAsync(request, folder.Path, CancellationToken.None);

            Assert.InRange(bitmap.Height, 30, 200);
            Assert.True(Ink(bitmap) > 2000, "Part of the text is missing.");
        }
    }

    [Fact]
    public void A_caption_without_a_place_stands_below()
    {
        var layout = TextLayout.Of(new TextSegment { Id = "c", Range = default, Text = "Hi" }, TextRole.Caption, Canvas.Portrait, new RenderOptions());

        Assert.Equal(TextPosition.Bottom, layout.Position);
    }

    private static IReadOnlyList<ITextRasterizer> Rasterizers()
    {
        var tools = new SandboxedToolRunner(new ToolOptions(), NullLogger<SandboxedToolRunner>.Instance);
        return [TextRasterizers.Choose(tools), new AssTextRasterizer(tools)];
    }

    private static int Ink(TextBitmap bitmap) => bitmap.Pixels.Where((value, i) => i % 4 == 3 && value > 128).Count();
}
