using VideoCreateAi.Studio.Rendering;
using VideoCreateAi.Studio.Rendering.Compositing;
using VideoCreateAi.Studio.Rendering.Text;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.UnitTests.Studio.Rendering.Text;

/// <summary>A text is set off by as much as its picture asks for, and nothing of that is seen as a shape.</summary>
public sealed class TitleShadeTests
{
    private const string Words = "Golden Hour";

    private static readonly Canvas s_canvas = new(270, 480);

    [Theory]
    [InlineData("white", TextStyle.Shadow, TextRole.Title, null, 3)]
    [InlineData("white", TextStyle.Shadow, TextRole.Title, "#FFFFFF", 3)]
    [InlineData("sunset", TextStyle.Shadow, TextRole.Title, null, 3)]
    [InlineData("sunset", TextStyle.Plain, TextRole.Title, "#FFFFFF", 3)]
    [InlineData("dark", TextStyle.Shadow, TextRole.Title, null, 4.5)]
    [InlineData("busy", TextStyle.Shadow, TextRole.Title, null, 3)]
    [InlineData("half", TextStyle.Shadow, TextRole.Title, null, 3)]
    [InlineData("white", TextStyle.Plain, TextRole.Caption, null, 4.5)]
    [InlineData("white", TextStyle.Plain, TextRole.Caption, "#FFFFFF", 4)]
    [InlineData("busy", TextStyle.Plain, TextRole.Caption, null, 4)]
    public async Task Nearly_all_around_the_letters_stands_out_from_them(string picture, object style, object role, string? color, double least)
    {
        var (stage, glyphs, x, y) = Stage(picture, (TextStyle)style, (TextRole)role, color);

        var frame = await stage.FrameAsync(40);

        var around = ContrastsAround(frame, glyphs, x, y);
        Assert.True(around.Count > 300, "Nothing was looked at.");
        var good = around.Count(contrast => contrast >= least) / (double)around.Count;
        Assert.True(good >= 0.85, $"{good:P0} of what is around the letters has a contrast of {least} to them.");
    }

    [Theory]
    [InlineData("white", "#FFFFFF", TextPosition.Center, TextRole.Title)]
    [InlineData("white", "#FFFFFF", TextPosition.Top, TextRole.Title)]
    [InlineData("white", "#FFFFFF", TextPosition.BottomLeft, TextRole.Title)]
    [InlineData("half", null, TextPosition.Center, TextRole.Title)]
    [InlineData("sunset", "#FFFFFF", TextPosition.Top, TextRole.Title)]
    [InlineData("white", "#FFFFFF", TextPosition.Bottom, TextRole.Caption)]
    public async Task Its_shade_has_no_edge(string picture, string? color, object position, object role)
    {
        var (stage, glyphs, x, y) = Stage(picture, TextStyle.Shadow, (TextRole)role, color, (TextPosition)position);

        var frame = await stage.FrameAsync(40);

        var empty = stage.Empty();
        var letters = Near(glyphs, x, y, 1);
        var steepest = 0.0;
        var darkened = 0;
        for (var i = 1; i < s_canvas.Width * (s_canvas.Height - 1); i++)
        {
            var (left, below) = (i - 1, i + s_canvas.Width);
            if (i % s_canvas.Width == 0 || letters[i] || letters[left] || letters[below] || empty.Luma[i] < 60 || empty.Luma[left] < 60)
            {
                continue;
            }

            // As a share of the light that is there.
            var here = Through(i);
            steepest = Math.Max(steepest, Math.Max(Math.Abs(here - Through(left)), Math.Abs(here - Through(below))));
            darkened += here < 0.8 ? 1 : 0;
        }

        Assert.True(darkened > 1500, "Nothing was shaded.");
        // A caption's letters are 16 pixels high here, and what is under them ends with the next line.
        Assert.True(steepest < ((TextRole)role == TextRole.Title ? 0.06 : 0.1), $"From one pixel to the next {steepest:P0} of the light are gone.");

        double Through(int at) => (frame.Luma[at] - 16.0) / (empty.Luma[at] - 16);
    }

    [Theory]
    [InlineData("dark", 200)]
    [InlineData("white", 60)]
    public async Task On_a_calm_picture_nothing_but_the_letters_changes(string picture, int inkLuma)
    {
        var (stage, glyphs, x, y) = Stage(picture, TextStyle.Shadow, TextRole.Title, color: null);

        var frame = await stage.FrameAsync(40);

        var empty = stage.Empty();
        var near = Near(glyphs, x, y, (int)(glyphs.FontSize * 0.35));
        Assert.All(Enumerable.Range(0, frame.Luma.Length).Where(i => !near[i]), i => Assert.Equal(empty.Luma[i], frame.Luma[i]));
        Assert.True(inkLuma > 128 == InkLuma(frame, glyphs, x, y) > 128, "The letters have the picture's own lightness.");
    }

    [Fact]
    public async Task Letters_keep_the_colour_that_was_chosen_for_them()
    {
        var (stage, glyphs, x, y) = Stage("white", TextStyle.Shadow, TextRole.Title, "#FFFFFF");

        Assert.InRange(InkLuma(await stage.FrameAsync(40), glyphs, x, y), 225, 240);
    }

    [Fact]
    public async Task A_scrim_does_not_move_with_its_letters()
    {
        var (stage, _, _, _) = Stage("white", TextStyle.Shadow, TextRole.Title, "#FFFFFF", TextPosition.Top, TextAnimation.Slide);

        var (coming, there) = (await stage.FrameAsync(6), await stage.FrameAsync(40));

        // The first row is as dark as the next ones from the first moment: the shade hangs on the edge.
        Assert.InRange(coming.Luma[s_canvas.Width / 2] - coming.Luma[6 * s_canvas.Width + s_canvas.Width / 2], -3, 3);
        Assert.InRange(there.Luma[s_canvas.Width / 2], 0, coming.Luma[s_canvas.Width / 2]);
    }

    private static (TextStage Stage, TextBitmap Glyphs, int X, int Y) Stage(
        string picture, TextStyle style, TextRole role, string? color, TextPosition position = TextPosition.Center, TextAnimation animation = TextAnimation.Fade)
    {
        var segment = TextStage.Segment(Words) with { Style = style, Color = color, Position = position, Animation = animation };
        var layout = TextLayout.Of(segment, role, s_canvas, new RenderOptions());
        var glyphs = new PangoTextRasterizer(PangoLibrary.TryLoad()!).Draw(layout.Request);
        var (x, y) = layout.Place(glyphs.Width, glyphs.Height, s_canvas);
        return (new TextStage(segment, role, s_canvas, picture: Picture(picture)), glyphs, (int)Math.Round(x), (int)Math.Round(y));
    }

    private static Func<int, int, YuvColor> Picture(string name) => name switch
    {
        "white" => (_, _) => new YuvColor(232, 128, 128),
        "dark" => (_, _) => new YuvColor(28, 132, 126),
        "half" => (x, _) => new YuvColor(x < 130 ? (byte)30 : (byte)225, 128, 128),

        // A bright sky that glows towards the horizon.
        "sunset" => (_, y) => y < 260 ? YuvColor.FromRgb(0.75 + 0.25 * y / 260, 0.45 + 0.35 * y / 260, 0.35) : YuvColor.FromRgb(0.5, 0.25, 0.1),
        _ => (x, y) => (x / 7 * 31 + y / 5 * 17) % 3 == 0 ? new YuvColor(215, 120, 135) : new YuvColor(40, 135, 120),
    };

    /// <summary>Contrasts between the letters, as they are in the frame, and what is close to them.</summary>
    private static List<double> ContrastsAround(PlanarPicture frame, TextBitmap glyphs, int x, int y)
    {
        var ink = InkLight(frame, glyphs, x, y);
        var letters = Near(glyphs, x, y, 1);
        var around = Near(glyphs, x, y, (int)(glyphs.FontSize * 0.2));
        return [.. Enumerable.Range(0, frame.Luma.Length).Where(i => around[i] && !letters[i]).Select(i => ContrastMeter.Ratio(ink, LightAt(frame, i)))];
    }

    private static double InkLight(PlanarPicture frame, TextBitmap glyphs, int x, int y)
    {
        var solid = Solid(frame, glyphs, x, y).Select(i => LightAt(frame, i)).Order().ToList();
        return solid[solid.Count / 2];
    }

    private static double InkLuma(PlanarPicture frame, TextBitmap glyphs, int x, int y)
    {
        var solid = Solid(frame, glyphs, x, y).Select(i => (double)frame.Luma[i]).Order().ToList();
        return solid[solid.Count / 2];
    }

    private static IEnumerable<int> Solid(PlanarPicture frame, TextBitmap glyphs, int x, int y) => Enumerable.Range(0, glyphs.Width * glyphs.Height)
        .Where(i => glyphs.Pixels[4 * i + 3] == 255).Select(i => (y + i / glyphs.Width) * frame.Width + x + i % glyphs.Width);

    private static double LightAt(PlanarPicture frame, int index)
    {
        var (x, y) = (index % frame.Width / 2, index / frame.Width / 2);
        var (r, g, b) = YuvColor.ToRgb(frame.Luma[index], frame.Plane(1).Row(y)[x], frame.Plane(2).Row(y)[x]);
        return ContrastMeter.Luminance(r, g, b);
    }

    private static bool[] Near(TextBitmap glyphs, int x, int y, int reach)
    {
        var near = new bool[s_canvas.Width * s_canvas.Height];
        for (var i = 0; i < glyphs.Width * glyphs.Height; i++)
        {
            if (glyphs.Pixels[4 * i + 3] < 8)
            {
                continue;
            }

            for (var row = Math.Max(0, y + i / glyphs.Width - reach); row <= Math.Min(s_canvas.Height - 1, y + i / glyphs.Width + reach); row++)
            {
                var left = Math.Max(0, x + i % glyphs.Width - reach);
                near.AsSpan(row * s_canvas.Width + left, Math.Min(s_canvas.Width - 1, x + i % glyphs.Width + reach) - left + 1).Fill(true);
            }
        }

        return near;
    }
}
