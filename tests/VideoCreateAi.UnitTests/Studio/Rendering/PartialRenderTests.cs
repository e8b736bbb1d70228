using VideoCreateAi.Studio.Audio;
using VideoCreateAi.Studio.Library;
using VideoCreateAi.Studio.Rendering;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.UnitTests.Studio.Rendering;

/// <summary>Renders of a part of a video: its sound, or one picture.</summary>
public class PartialRenderTests
{
    private static readonly MediaInfo s_landscape = new() { Width = 640, Height = 480 };

    [Theory(Timeout = 120_000)]
    [InlineData("Mp3")]
    [InlineData("Wav")]
    public async Task The_sound_alone_is_as_long_as_the_video(string name)
    {
        using var bench = new RenderBench();
        var format = Enum.Parse<OutputFormat>(name);
        var timeline = Shown(await bench.AddAsync("jpg", "color=teal:size=640x480,format=rgb24", s_landscape), 1.7);

        var file = await bench.RenderAsync(timeline, format);

        Assert.Equal((0, 0, 1.7), (file.Width, file.Height, Math.Round(file.Duration.TotalSeconds, 2)));
        Assert.EndsWith(name, file.Path, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(new FileInfo(file.Path).Length, file.Bytes);
        Assert.InRange(file.Bytes, 10_000, 400_000);
    }

    [Fact(Timeout = 120_000)]
    public async Task A_timeline_without_sound_has_none_to_give()
    {
        using var bench = new RenderBench { Mixer = new NoSound() };
        var timeline = Shown(await bench.AddAsync("jpg", "color=teal:size=640x480,format=rgb24", s_landscape), 1);

        var refusal = await Assert.ThrowsAsync<RenderException>(() => bench.RenderAsync(timeline, OutputFormat.Mp3));

        Assert.Equal("no_sound", refusal.Code);
    }

    [Theory(Timeout = 120_000)]
    [InlineData("Jpg", 0.2, 0xC83C28)]
    [InlineData("Png", 0.2, 0xC83C28)]
    [InlineData("Png", 1.2, 0x28A078)]
    [InlineData("Jpg", 99, 0x28A078)]
    public async Task A_picture_shows_the_moment_that_was_asked_for_at_full_size(string name, double at, int colour)
    {
        using var bench = new RenderBench();
        var timeline = Shown(
            await bench.AddAsync("png", "color=0xC83C28:size=640x480,format=rgb24", s_landscape), 1,
            await bench.AddAsync("png", "color=0x28A078:size=640x480,format=rgb24", s_landscape), 1);

        var file = await RenderAsync(bench, timeline, Enum.Parse<OutputFormat>(name), TimeSpan.FromSeconds(at));

        Assert.Equal((180, 320), (file.Width, file.Height));
        RenderBench.AssertColor(RenderBench.Pixel(await PixelsAsync(bench, file), 0.5, 0.5), (uint)colour, within: 4);
    }

    [Fact(Timeout = 120_000)]
    public async Task The_moment_is_chosen_where_there_is_something_to_see()
    {
        using var bench = new RenderBench();
        var timeline = Shown(
            await bench.AddAsync("png", "color=0x050505:size=640x480,format=rgb24", s_landscape), 2,
            await bench.AddAsync("png", "testsrc2=s=640x480,format=rgb24", s_landscape), 1,
            await bench.AddAsync("png", "color=0xF8F8F8:size=640x480,format=rgb24", s_landscape), 2) with { FadeIn = TimeSpan.FromSeconds(0.3) };

        var file = await RenderAsync(bench, timeline, OutputFormat.Png, at: null);

        Assert.Contains(file.Notes, note => note.StartsWith("The picture shows the video at 2.", StringComparison.Ordinal));
    }

    [Theory(Timeout = 120_000)]
    [InlineData("tiktok")]
    [InlineData("youtube")]
    [InlineData("square")]
    [InlineData("4:5")]
    public async Task Whatever_the_shape_a_circle_stays_a_circle(string preset)
    {
        using var bench = new RenderBench();
        const string Disc = "color=black:s=800x600,format=gray,geq=lum='if(lt(hypot(X-400,Y-300),110),255,0)',format=rgb24";
        var timeline = Shown(await bench.AddAsync("png", Disc, new MediaInfo { Width = 800, Height = 600 }), 1);
        var platform = Platform.Find(preset)!;
        var settings = new RenderSettings(OutputFormat.Png, RenderQuality.Good, new Canvas(platform.Width, platform.Height), platform);

        var file = await bench.RenderAsync(timeline, settings);
        var pixels = await bench.PixelsAsync(file.Path, file.Width, file.Height, "png_pipe");

        var bright = Enumerable.Range(0, file.Width * file.Height).Where(i => pixels[i * 3] > 128).ToList();
        var (wide, tall) = (bright.Max(i => i % file.Width) - bright.Min(i => i % file.Width) + 1, bright.Max(i => i / file.Width) - bright.Min(i => i / file.Width) + 1);
        Assert.InRange((double)wide / tall, 0.99, 1.01);
        Assert.InRange(wide, 200, platform.Width);
    }

    private static Task<RenderedFile> RenderAsync(RenderBench bench, VideoTimeline timeline, OutputFormat format, TimeSpan? at) =>
        bench.RenderAsync(timeline, new RenderSettings(format, RenderQuality.Good, RenderBench.Small) { At = at });

    private static Task<byte[]> PixelsAsync(RenderBench bench, RenderedFile file) =>
        bench.PixelsAsync(file.Path, file.Width, file.Height, file.Path.EndsWith("png", StringComparison.Ordinal) ? "png_pipe" : "jpeg_pipe");

    /// <param name="shots">A source and its seconds, in turn.</param>
    private static VideoTimeline Shown(params object[] shots)
    {
        var (segments, at) = (new List<PictureSegment>(), TimeSpan.Zero);
        for (var i = 0; i < shots.Length; i += 2)
        {
            var (source, length) = ((string)shots[i], TimeSpan.FromSeconds(Convert.ToDouble(shots[i + 1], null)));
            segments.Add(new PictureSegment { Id = $"s{i}", Source = source, Name = source, Range = new TimeRange(at, length) });
            at += length;
        }

        return new VideoTimeline { Canvas = RenderBench.Small, PictureTracks = [new PictureTrack { Id = "v", Segments = segments }] };
    }

    private sealed class NoSound : ISoundMixer
    {
        public Task<string?> MixAsync(VideoTimeline timeline, TimeSpan duration, IMediaFiles media, string workFolder, CancellationToken cancellationToken) =>
            Task.FromResult<string?>(null);
    }
}
