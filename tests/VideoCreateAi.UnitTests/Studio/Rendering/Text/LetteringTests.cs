using VideoCreateAi.Mcp.Hosting.StudioProcess;
using VideoCreateAi.Studio.Ffmpeg;
using VideoCreateAi.Studio.Library;
using VideoCreateAi.Studio.Rendering;
using VideoCreateAi.Studio.Rendering.Text;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.UnitTests.Studio.Rendering.Text;

/// <summary>Letters are drawn in a process of their own.</summary>
public sealed class LetteringTests
{
    private static readonly PangoTextRasterizer s_here = new(PangoLibrary.TryLoad()!);

    [Fact(Timeout = 120_000)]
    public async Task A_native_crash_fails_one_render_and_the_next_one_goes_on()
    {
        using var bench = new RenderBench(Isolated(crashOn: "boom"));
        var photo = await bench.AddAsync("png", "color=0x28A078:size=320x240,format=rgb24", new MediaInfo { Width = 320, Height = 240 });

        var before = await bench.RenderAsync(Titled(photo, "calm"));
        var failure = await Assert.ThrowsAsync<RenderException>(() => bench.RenderAsync(Titled(photo, "boom")));
        var after = await bench.RenderAsync(Titled(photo, "calm again"));

        Assert.Equal("render_failed", failure.Code);
        Assert.Contains("could not be drawn", failure.Message, StringComparison.Ordinal);
        Assert.Contains("crashed", Assert.IsType<ToolFailedException>(failure.InnerException).Message, StringComparison.Ordinal);
        Assert.True(File.Exists(before.Path) && File.Exists(after.Path));
    }

    [Theory(Timeout = 120_000)]
    [InlineData("Hello 👩🏽‍🚀")]
    [InlineData("صباح هادئ في المدينة 2026")]
    [InlineData("half \uD83D of a character")]
    [InlineData("")]
    public async Task What_comes_out_of_it_is_what_would_be_drawn_here(string text)
    {
        using var bench = new RenderBench(Isolated());
        var request = new TextRequest(text, new RenderOptions().TitleFonts, 60, 600, 300, TextAlign.Center, 0x80FF40);

        var there = await TextRasterizers.Choose(bench.Tools).DrawAsync(request, "", CancellationToken.None);

        var here = s_here.Draw(request);
        Assert.Equal((here.Width, here.Height, here.FontSize, here.Missing), (there.Width, there.Height, there.FontSize, there.Missing));
        Assert.Equal(here.Pixels, there.Pixels);
        Assert.Equal(here.Cells, there.Cells);
    }

    [Fact(Timeout = 120_000)]
    public async Task Where_no_process_can_be_started_letters_are_drawn_here()
    {
        using var bench = new RenderBench(new ToolOptions { Lettering = ["/bin/false"] });

        var bitmap = await TextRasterizers.Choose(bench.Tools).DrawAsync(
            new TextRequest("Still", ["Noto Sans"], 40, 400, 100, TextAlign.Center, 0xFFFFFF), "", CancellationToken.None);

        Assert.IsType<IsolatedTextRasterizer>(TextRasterizers.Choose(bench.Tools));
        Assert.Equal(5, bitmap.Cells.Count);
    }

    [Fact(Timeout = 120_000)]
    public async Task What_no_font_can_draw_is_known_before_any_frame()
    {
        using var bench = new RenderBench(Isolated());
        var fonts = new FontCoverage(bench.Tools, new RenderOptions());

        var fine = await fonts.NoteAsync([Text("Grüße, 東京! 👍"), Text("plain")], CancellationToken.None);
        var note = await fonts.NoteAsync([Text("fine"), Text("odd \u0378\u0379 and \u0378 again")], CancellationToken.None);

        Assert.Null(fine);
        Assert.Contains("U+0378", note, StringComparison.Ordinal);
        Assert.Contains("U+0379", note, StringComparison.Ordinal);
        Assert.Contains("fonts-noto-core", note, StringComparison.Ordinal);
    }

    private static ToolOptions Isolated(string? crashOn = null) => new() { Lettering = LetteringVerb.Command(crashOn), LetteringFolders = LetteringVerb.Folders() };

    private static TextSegment Text(string text) => new() { Id = "t", Text = text, Range = new TimeRange(TimeSpan.Zero, TimeSpan.FromSeconds(0.4)) };

    private static VideoTimeline Titled(string photo, string text) => new()
    {
        Canvas = RenderBench.Small,
        PictureTracks = [new PictureTrack { Id = "v", Segments = [new PictureSegment { Id = "s", Source = photo, Range = new TimeRange(TimeSpan.Zero, TimeSpan.FromSeconds(0.4)) }] }],
        TextTracks = [new TextTrack { Id = "t", Segments = [Text(text)] }],
    };
}
