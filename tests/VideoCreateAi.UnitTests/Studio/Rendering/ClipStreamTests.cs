using VideoCreateAi.Studio.Ffmpeg;
using VideoCreateAi.Studio.Rendering.Pictures;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.UnitTests.Studio.Rendering;

/// <summary>Clips whose frames say by their brightness which they are.</summary>
public sealed class ClipStreamTests : IDisposable
{
    private readonly RenderBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact(Timeout = 120_000)]
    public async Task Played_backwards_a_clip_of_any_length_shows_each_of_its_frames()
    {
        // Four stretches of what is held in memory.
        var clip = await CountingAsync(200);

        var shown = await NumbersAsync(clip, 200, 1088, 832, reverse: true);

        Assert.Equal(Enumerable.Range(0, 200).Reverse(), shown);
    }

    [Fact(Timeout = 120_000)]
    public async Task Taken_up_in_the_middle_a_clip_shows_what_it_would_have_shown()
    {
        var clip = await CountingAsync(100);

        Assert.Equal(Enumerable.Range(63, 37), await NumbersAsync(clip, 100, 64, 64, first: 63));
        Assert.Equal(Enumerable.Range(0, 37).Reverse(), await NumbersAsync(clip, 100, 64, 64, first: 63, reverse: true));
    }

    [Fact(Timeout = 120_000)]
    public async Task After_its_end_a_clip_stands_still()
    {
        var clip = await CountingAsync(30);

        Assert.Equal([27, 28, 29, 29, 29], await NumbersAsync(clip, 5, 64, 64, from: 0.9));
        Assert.Equal([29, 29, 29, 29, 29], await NumbersAsync(clip, 5, 64, 64, from: 1.2));
        Assert.Equal([29, 29, 29, 28, 27], await NumbersAsync(clip, 5, 64, 64, from: 0.9, reverse: true));
    }

    [Fact(Timeout = 120_000)]
    public async Task A_frame_of_a_clip_can_be_held()
    {
        var clip = await CountingAsync(60);
        var held = new PictureSegment { Id = "c", Source = clip, Name = clip, Kind = PictureKind.Video, Range = new TimeRange(TimeSpan.Zero, TimeSpan.FromSeconds(1)), In = TimeSpan.FromSeconds(1), Out = TimeSpan.FromSeconds(1) };

        var frames = await _bench.ComposeAsync(new VideoTimeline { Canvas = RenderBench.Small, PictureTracks = [new PictureTrack { Id = "v", Segments = [held] }] });

        Assert.Equal(30, frames.Count);
        Assert.Single(frames.Distinct());
    }

    [Theory(Timeout = 120_000)]
    [InlineData(1280, 720, "bt709", null)]
    [InlineData(640, 480, "bt601", null)]
    [InlineData(640, 480, "bt709", "bt709")]
    [InlineData(1280, 720, "bt601", "smpte170m")]
    public async Task A_clip_that_does_not_say_its_colours_has_those_of_its_size(int width, int height, string matrix, string? tag)
    {
        var source = FormattableString.Invariant(
            $"color=0xC83C28:size={width}x{height}:rate=30,format=rgb24,scale=out_color_matrix={matrix}:out_range=tv,format=yuv420p");
        var clip = await _bench.AddClipAsync(new FfmpegArguments().Option("f", "lavfi").Option("i", source).H264("ultrafast", 4, 15).Option("colorspace", tag ?? "unknown"), 0.5);

        var file = await _bench.RenderAsync(new VideoTimeline { Canvas = RenderBench.Small, PictureTracks = [new PictureTrack { Id = "v", Segments = [Clip(clip, 0.5, 0)] }] });

        Assert.Equal(tag, _bench.Get(clip).Info.ColorMatrix);
        RenderBench.AssertColor(RenderBench.Pixel((await _bench.DecodeAsync(file.Path))[5], 0.5, 0.5), 0xC83C28, within: 4);
    }

    private async Task<List<int>> NumbersAsync(string clip, int frames, int width, int height, int first = 0, double from = 0, bool reverse = false)
    {
        var request = new ClipRequest(
            _bench.Get(clip), Clip(clip, frames / 30.0, from) with { Reverse = reverse }, null, width, height, 30, frames, first, null);
        await using var stream = new ClipStream(_bench.Tools, request, _bench.NewFolder(), CancellationToken.None);
        List<int> numbers = [];
        for (var i = first; i < frames; i++)
        {
            var frame = await stream.AtAsync(i, CancellationToken.None);
            numbers.Add(frame.Picture.Luma[width / 2] - 20);
            frame.Release();
        }

        return numbers;
    }

    private Task<string> CountingAsync(int frames) => _bench.AddClipAsync(
        new FfmpegArguments().Option("f", "lavfi").Option("i", "nullsrc=size=64x64:rate=30,format=yuv420p,geq=lum='20+N':cb=128:cr=128").H264("ultrafast", 0, 50).Option("bf", "2").Bt709(),
        frames / 30.0);

    private static PictureSegment Clip(string source, double length, double from) => new()
    {
        Id = source, Source = source, Name = source, Kind = PictureKind.Video, Range = new TimeRange(TimeSpan.Zero, TimeSpan.FromSeconds(length)),
        In = TimeSpan.FromSeconds(from), Out = TimeSpan.FromSeconds(from + length),
    };
}
