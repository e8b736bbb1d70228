using VideoCreateAi.Studio.Ffmpeg;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.UnitTests.Studio.Rendering.Chunks;

/// <summary>A copied frame is the source's own, bit by bit; an encoded one never is.</summary>
public sealed class ClipCopyTests : IDisposable
{
    private readonly RenderBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact(Timeout = 120_000)]
    public async Task Clips_cut_where_decoding_can_begin_are_taken_over_as_they_are()
    {
        var (first, second) = (await ClipAsync("testsrc2"), await ClipAsync("testsrc"));

        var file = await _bench.RenderAsync(Video(Shot(first, 0, 1, 2), Shot(second, 2, 0, 1.5)));

        var frames = await _bench.FrameDigestsAsync(file.Path);
        Assert.Equal((105, 105), (file.Frames, frames.Count));
        Assert.Equal([.. (await FramesAsync(first)).Skip(30).Take(60), .. (await FramesAsync(second)).Take(45)], frames);
        Assert.InRange(await _bench.SoundSecondsAsync(file.Path), 3.5 - 1 / 30.0, 3.5 + 1 / 30.0);
    }

    [Fact(Timeout = 120_000)]
    public async Task A_clip_cut_between_is_encoded() => await AssertEncodedAsync(Shot(await ClipAsync("testsrc2"), 0, 0.5, 2));

    [Fact(Timeout = 120_000)]
    public async Task A_clip_whose_last_frames_need_a_later_one_is_encoded() =>
        await AssertEncodedAsync(Shot(await ClipAsync("testsrc2", bframes: 3), 0, 0, 44 / 30.0));

    [Fact(Timeout = 120_000)]
    public async Task A_changed_clip_is_encoded() => await AssertEncodedAsync(Shot(await ClipAsync("testsrc2"), 0, 0, 2) with { Filter = "warm" });

    [Fact(Timeout = 120_000)]
    public async Task Clips_that_need_different_parameters_are_encoded() =>
        await AssertEncodedAsync(Shot(await ClipAsync("testsrc2"), 0, 0, 2), Shot(await ClipAsync("testsrc2", profile: "main"), 2, 0, 1));

    [Fact(Timeout = 120_000)]
    public async Task A_clip_of_unknown_colours_is_encoded() => await AssertEncodedAsync(Shot(await ClipAsync("testsrc2", isTagged: false), 0, 0, 2));

    private async Task AssertEncodedAsync(params PictureSegment[] shots)
    {
        var file = await _bench.RenderAsync(Video(shots));

        var frames = await _bench.FrameDigestsAsync(file.Path);
        Assert.Equal((int)Math.Round(shots.Sum(shot => shot.Range.Duration.TotalSeconds) * 30), frames.Count);
        Assert.Empty(frames.Intersect(await FramesAsync(shots[0].Source!)));
    }

    private Task<IReadOnlyList<string>> FramesAsync(string clip) => _bench.FrameDigestsAsync(_bench.Get(clip).Path);

    private Task<string> ClipAsync(string picture, string profile = "high", int bframes = 0, bool isTagged = true)
    {
        var arguments = new FfmpegArguments()
            .Option("f", "lavfi").Option("i", $"{picture}=size=180x320:rate=30").H264("veryfast", 30, 30)
            .Option("profile:v", profile).Option("bf", bframes).Option("x264-params", "scenecut=0:b-adapt=0");
        return _bench.AddClipAsync(isTagged ? arguments.Bt709() : arguments, 4);
    }

    private static VideoTimeline Video(params PictureSegment[] shots) => new()
    {
        Canvas = RenderBench.Small,
        PictureTracks = [new PictureTrack { Id = "v", Segments = shots }],
    };

    private static PictureSegment Shot(string source, double start, double from, double length) => new()
    {
        Id = source, Source = source, Name = source, Kind = PictureKind.Video, Range = new TimeRange(TimeSpan.FromSeconds(start), WholeMilliseconds.Of(1000 * length)),
        In = TimeSpan.FromSeconds(from), Out = TimeSpan.FromSeconds(from) + WholeMilliseconds.Of(1000 * length),
    };
}
