using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using VideoCreateAi.Studio.Ffmpeg;
using VideoCreateAi.Studio.Rendering;
using VideoCreateAi.Studio.Rendering.Chunks;
using VideoCreateAi.Studio.Timeline;
using VideoCreateAi.UnitTests.Studio.Audio;

namespace VideoCreateAi.UnitTests.Studio.Rendering;

/// <summary>Renders timelines that nobody thought of. RANDOM_TIMELINES=100 renders that many of them instead of a few, about five seconds each;
/// RANDOM_TIMELINE=seed renders that one.</summary>
public sealed class RandomTimelineTests : IDisposable
{
    private const int Few = 3;

    private readonly RenderBench _bench = new();
    private readonly SoundRig _sound = new();

    public RandomTimelineTests() => _bench.Mixer = _sound.Mixer;

    public void Dispose()
    {
        _sound.Dispose();
        _bench.Dispose();
    }

    [Fact]
    public async Task Any_timeline_is_rendered_to_its_very_length_and_after_an_edit_as_if_from_the_start()
    {
        string[] stills =
        [
            await _bench.AddAsync("jpg", "testsrc2=size=640x480", new() { Width = 640, Height = 480 }),
            await _bench.AddAsync("png", "mandelbrot=size=200x300", new() { Width = 200, Height = 300 }),
        ];
        string[] clips = [await ClipAsync("testsrc2=size=144x256:rate=30"), await ClipAsync("testsrc=size=320x180:rate=24")];

        if (Number("RANDOM_TIMELINE") is { } only)
        {
            await HoldAsync(only, stills, clips);
            return;
        }

        // A first seed that is the same in every run: what fails here fails there.
        var config = Config.QuickThrowOnFailure.WithMaxTest(Number("RANDOM_TIMELINES") ?? Few).WithReplay(20260101, 7);
        Check.One(config, Prop.ForAll(Gen.Choose(0, 1_000_000).ToArbitrary(), seed => HoldAsync(seed, stills, clips)));
    }

    private async Task HoldAsync(int seed, string[] stills, string[] clips)
    {
        var random = new RandomTimeline(seed, stills, clips);
        var first = random.Make();
        var edited = random.Edit(first);
        var settings = new RenderSettings(OutputFormat.Mp4, RenderQuality.Draft, first.Canvas);
        _bench.Chunks = new ChunkCache(_bench.NewFolder(), TimeProvider.System);
        AssertLength(seed, first, await _bench.RenderAsync(first, settings), first.Canvas.FramesPerSecond);
        var incremental = await _bench.RenderAsync(edited, settings);
        _bench.Chunks = new ChunkCache(null, TimeProvider.System);

        var whole = await _bench.RenderAsync(edited, settings);

        AssertLength(seed, edited, whole, edited.Canvas.FramesPerSecond);
        var frames = await _bench.FrameDigestsAsync(whole.Path);
        Assert.True(frames.Count == whole.Frames, $"Seed {seed}: {frames.Count} of {whole.Frames} frames can be decoded.");
        var different = frames.Zip(await _bench.FrameDigestsAsync(incremental.Path)).Index().Where(pair => pair.Item.First != pair.Item.Second).Select(pair => pair.Index).ToList();
        Assert.True(different.Count == 0, $"Seed {seed}: frames {string.Join(", ", different.Take(10))} are other ones after an edit.");
        var sound = await _bench.SoundSecondsAsync(whole.Path);
        Assert.True(sound == 0 || Math.Abs(sound - whole.Duration.TotalSeconds) <= 1.0 / edited.Canvas.FramesPerSecond, $"Seed {seed}: the sound lasts {sound} s, the picture {whole.Duration}.");
        Assert.Equal(sound, await _bench.SoundSecondsAsync(incremental.Path));
    }

    private static void AssertLength(int seed, VideoTimeline timeline, RenderedFile file, int framesPerSecond)
    {
        var expected = (int)Math.Round(timeline.Duration.TotalSeconds * framesPerSecond, MidpointRounding.AwayFromZero);
        Assert.True(expected == file.Frames, $"Seed {seed}: {file.Frames} frames instead of {expected}.");
        Assert.True(Math.Abs(file.Duration.TotalSeconds - (double)expected / framesPerSecond) < 0.002, $"Seed {seed}: it lasts {file.Duration}.");
    }

    private Task<string> ClipAsync(string picture) => _bench.AddClipAsync(
        new FfmpegArguments().Option("f", "lavfi").Option("i", picture).Option("f", "lavfi").Option("i", "sine=frequency=440:sample_rate=48000")
            .H264("ultrafast", 15, 48).Option("bf", "2").Aac(96),
        8);

    private static int? Number(string variable) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
