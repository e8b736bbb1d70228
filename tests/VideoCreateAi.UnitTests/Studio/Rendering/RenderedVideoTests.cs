using VideoCreateAi.Studio.Library;
using VideoCreateAi.Studio.Rendering;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.UnitTests.Studio.Rendering;

public class RenderedVideoTests
{
    private const uint Rust = 0xC83C28;
    private const uint Teal = 0x28A078;
    private const uint Navy = 0x2A3C96;
    private const string Inside = "between(X,100,299)*between(Y,100,299)";

    private static readonly MediaInfo s_landscape = new() { Width = 640, Height = 480 };

    [Fact(Timeout = 120_000)]
    public async Task A_small_promo_shows_its_shots_its_crossfade_and_its_title_each_in_its_time()
    {
        using var bench = new RenderBench();
        var first = await bench.AddAsync("jpg", $"color=0x{Rust:X6}:size=640x480,format=rgb24", s_landscape);
        var second = await bench.AddAsync("png", $"color=0x{Teal:X6}:size=640x480,format=rgb24", s_landscape);
        var timeline = Video(Shot(first, 0, 1.2, Motion.ZoomIn), Shot(second, 1.0, 1.0, Motion.PanLeft) with { Transition = Fade(0.2) }) with
        {
            TextTracks = [new TextTrack { Id = "t", Segments = [Title("Hello", 0, 0.7)] }],
        };

        var file = await bench.RenderAsync(timeline);
        var frames = await bench.DecodeAsync(file.Path);

        Assert.Equal((180, 320, 60), (file.Width, file.Height, file.Frames));
        Assert.Equal(2.0, file.Duration.TotalSeconds, 3);
        Assert.Equal(60, frames.Count);
        Assert.InRange(await bench.SoundSecondsAsync(file.Path), 2 - 1 / 30.0, 2 + 1 / 30.0);
        RenderBench.AssertColor(RenderBench.Pixel(frames[25], 0.1, 0.1), Rust, within: 3);
        RenderBench.AssertColor(RenderBench.Pixel(frames[50], 0.1, 0.1), Teal, within: 3);
        RenderBench.AssertColor(RenderBench.Pixel(frames[32], 0.1, 0.1), Mean(Rust, Teal, 3.0 / 7), within: 4);
        Assert.True(BrightPixels(frames[10]) > 300, "The title is not seen in its time.");
        Assert.Equal(0, BrightPixels(frames[22]));
    }

    [Fact(Timeout = 120_000)]
    public async Task A_careful_editor_is_told_of_an_enlarged_shot_and_of_a_text_that_is_hard_to_read()
    {
        using var bench = new RenderBench();
        var dark = await bench.AddAsync("png", "color=0x181818:size=64x48,format=rgb24", new MediaInfo { Width = 64, Height = 48 });
        var timeline = Video(Shot(dark, 0, 1, Motion.None) with { Name = "dark.png" }) with
        {
            TextTracks =
            [
                new TextTrack { Id = "t", Segments = [Title("Night", 0, 1)] },
                new TextTrack { Id = "o", Segments = [Title("Nightly", 0, 1) with { Id = "u", Color = "#202020", Style = TextStyle.Box }] },
            ],
        };

        var file = await bench.RenderAsync(timeline);

        Assert.Contains(file.Notes, note => note.StartsWith("The picture \"", StringComparison.Ordinal) && note.Contains("was enlarged 6.7 times", StringComparison.Ordinal));
        Assert.Contains(file.Notes, note => note.StartsWith("The text \"Night\" is hard to read on its picture", StringComparison.Ordinal));
    }

    [Fact(Timeout = 120_000)]
    public async Task A_white_title_on_a_photo_is_worth_no_note()
    {
        using var bench = new RenderBench();
        var teal = await bench.AddAsync("png", $"color=0x{Teal:X6}:size=640x480,format=rgb24", s_landscape);
        var timeline = Video(Shot(teal, 0, 1, Motion.None)) with
        {
            TextTracks = [new TextTrack { Id = "t", Segments = [Title("Hello", 0, 1)] }],
        };

        Assert.DoesNotContain((await bench.RenderAsync(timeline)).Notes, note => note.Contains("hard to read", StringComparison.Ordinal));
    }

    [Theory(Timeout = 120_000)]
    [InlineData("jpg")]
    [InlineData("png")]
    public async Task Colours_of_a_still_arrive_within_three_steps(string extension)
    {
        using var bench = new RenderBench();
        uint[] colors = [0xC83C28, 0x28A078, 0x2A3C96, 0xE6D2B4];
        var segments = new List<PictureSegment>();
        for (var i = 0; i < colors.Length; i++)
        {
            var id = await bench.AddAsync(extension, $"color=0x{colors[i]:X6}:size=640x480,format=rgb24", s_landscape);
            segments.Add(Shot(id, i * 0.2, 0.2, Motion.None));
        }

        var file = await bench.RenderAsync(Video([.. segments]));
        var frames = await bench.DecodeAsync(file.Path);

        for (var i = 0; i < colors.Length; i++)
        {
            RenderBench.AssertColor(RenderBench.Pixel(frames[i * 6 + 3], 0.5, 0.5), colors[i], within: 3);
        }
    }

    [Fact(Timeout = 120_000)]
    public async Task A_photograph_taken_upright_is_shown_upright()
    {
        using var bench = new RenderBench();
        var info = new MediaInfo { Width = 480, Height = 640, Orientation = Orientation.Rotate90 };
        var id = await bench.AddAsync("jpg", "color=0xC83C28:size=640x480,drawbox=0:0:320:480:0x2A3C96:fill,format=rgb24", info);

        var file = await bench.RenderAsync(Video(Shot(id, 0, 0.2, Motion.None)));
        var frame = (await bench.DecodeAsync(file.Path))[3];

        // Its left half is the upper half once turned clockwise.
        RenderBench.AssertColor(RenderBench.Pixel(frame, 0.5, 0.2), Navy, within: 4);
        RenderBench.AssertColor(RenderBench.Pixel(frame, 0.5, 0.8), Rust, within: 4);
    }

    [Fact(Timeout = 120_000)]
    public async Task A_cut_out_stands_on_a_light_backdrop_without_a_dark_rim()
    {
        using var bench = new RenderBench();
        var id = await bench.AddAsync(
            "png", $"color=black:size=400x400,format=rgba,geq=r='40*{Inside}':g='160*{Inside}':b='120*{Inside}':a='255*{Inside}'",
            new MediaInfo { Width = 400, Height = 400, HasAlpha = true });

        var file = await bench.RenderAsync(Video(Shot(id, 0, 0.3, Motion.ZoomIn)));
        var frame = (await bench.DecodeAsync(file.Path))[4];

        RenderBench.AssertColor(RenderBench.Pixel(frame, 0.5, 0.5), Teal, within: 4);
        Assert.True(RenderBench.Pixel(frame, 0.5, 0.1).G > 200);
    }

    [Fact(Timeout = 120_000)]
    public async Task A_clip_is_cut_where_the_timeline_says()
    {
        using var bench = new RenderBench();
        var id = await bench.AddAsync(
            "mp4", "color=0xC83C28:size=320x240:rate=30,drawbox=0:0:320:240:0x2A3C96:fill:enable='gte(t,1)',format=yuv420p",
            new MediaInfo { Width = 320, Height = 240, Duration = TimeSpan.FromSeconds(2), FramesPerSecond = 30 }, seconds: 2);
        var clip = Shot(id, 0, 1.0, Motion.None) with { Kind = PictureKind.Video, In = TimeSpan.FromSeconds(0.5), Out = TimeSpan.FromSeconds(1.5) };

        var file = await bench.RenderAsync(Video(clip));
        var frames = await bench.DecodeAsync(file.Path);

        Assert.Equal(30, frames.Count);
        Assert.True(RenderBench.Pixel(frames[13], 0.5, 0.5).R > 150);
        Assert.True(RenderBench.Pixel(frames[16], 0.5, 0.5).B > 110);
    }

    [Theory(Timeout = 120_000)]
    [InlineData(nameof(OutputFormat.Mov), "mov")]
    [InlineData(nameof(OutputFormat.Webm), "matroska")]
    [InlineData(nameof(OutputFormat.Gif), "gif")]
    public async Task Other_formats_hold_the_same_pictures(string format, string demuxer)
    {
        using var bench = new RenderBench();
        var id = await bench.AddAsync("png", $"color=0x{Teal:X6}:size=640x480,format=rgb24", s_landscape);

        var file = await bench.RenderAsync(Video(Shot(id, 0, 0.5, Motion.ZoomIn)), Enum.Parse<OutputFormat>(format));
        var frames = await bench.DecodeAsync(file.Path, demuxer);

        RenderBench.AssertColor(RenderBench.Pixel(frames[0], 0.5, 0.5), Teal, within: 12);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_file_that_is_no_picture_is_named_in_the_error()
    {
        using var bench = new RenderBench();
        var id = bench.AddGarbage();

        var failure = await Assert.ThrowsAsync<RenderException>(() => bench.RenderAsync(Video(Shot(id, 0, 1, Motion.None))));

        Assert.Equal("media_unreadable", failure.Code);
        Assert.Contains("garbage.jpg", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_timeline_is_refused()
    {
        using var bench = new RenderBench();

        var failure = await Assert.ThrowsAsync<RenderException>(() => bench.RenderAsync(new VideoTimeline()));

        Assert.Equal("nothing_to_render", failure.Code);
    }

    [Fact(Timeout = 60_000)]
    public async Task Cancelling_in_the_middle_ends_the_render()
    {
        using var bench = new RenderBench();
        using var cancel = new CancellationTokenSource();
        var scene = new PictureSegment { Id = "s", Range = Range(0, 60), Kind = PictureKind.Scene, Prompt = "sunset" };
        var progress = new CancelAt(0.02, cancel);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => bench.RenderAsync(Video(scene), progress: progress, cancellationToken: cancel.Token));

        Assert.InRange(progress.Last, 0.02, 0.5);
    }

    private static VideoTimeline Video(params PictureSegment[] segments) => new()
    {
        Canvas = RenderBench.Small,
        PictureTracks = [new PictureTrack { Id = "v", Segments = segments }],
    };

    private static PictureSegment Shot(string id, double start, double length, Motion motion) =>
        new() { Id = "s" + id, Source = id, Name = id, Range = Range(start, length), Motion = motion };

    private static TextSegment Title(string text, double start, double length) =>
        new() { Id = "t", Text = text, Range = Range(start, length), Animation = TextAnimation.Fade };

    private static Transition Fade(double seconds) => new("crossfade", TimeSpan.FromSeconds(seconds));

    private static TimeRange Range(double start, double length) => new(TimeSpan.FromSeconds(start), TimeSpan.FromSeconds(length));

    private static uint Mean(uint a, uint b, double share) =>
        Channel(a, b, share, 16) | Channel(a, b, share, 8) | Channel(a, b, share, 0);

    private static uint Channel(uint a, uint b, double share, int shift) =>
        (uint)Math.Round(((a >> shift) & 255) * (1 - share) + ((b >> shift) & 255) * share) << shift;

    private static int BrightPixels(byte[] frame) =>
        Enumerable.Range(0, frame.Length / 3).Count(i => frame[i * 3] > 225 && frame[i * 3 + 1] > 225 && frame[i * 3 + 2] > 225);

    private sealed class CancelAt(double fraction, CancellationTokenSource cancel) : IProgress<double>
    {
        public double Last { get; private set; }

        public void Report(double value)
        {
            Last = value;
            if (value >= fraction)
            {
                cancel.Cancel();
            }
        }
    }
}
