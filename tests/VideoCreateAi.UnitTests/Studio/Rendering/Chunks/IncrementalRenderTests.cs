using VideoCreateAi.Studio.Library;
using VideoCreateAi.Studio.Rendering;
using VideoCreateAi.Studio.Rendering.Chunks;
using VideoCreateAi.Studio.Rendering.Planning;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.UnitTests.Studio.Rendering.Chunks;

public sealed class IncrementalRenderTests : IDisposable
{
    private readonly RenderBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact(Timeout = 180_000)]
    public async Task After_an_edit_the_result_is_frame_by_frame_that_of_a_whole_render()
    {
        var first = await VideoAsync("One");
        var second = await VideoAsync("Two");
        var cache = new ChunkCache(Path.Combine(_bench.Folder, "chunks"), TimeProvider.System);
        _bench.Chunks = cache;
        await _bench.RenderAsync(first);
        var kept = cache.Tally().Files;
        var incremental = await _bench.RenderAsync(second);
        var made = cache.Tally().Files - kept;
        _bench.Chunks = new ChunkCache(null, TimeProvider.System);

        var whole = await _bench.RenderAsync(second);

        Assert.Equal(1, made);
        Assert.Equal(whole.Notes, incremental.Notes);
        Assert.Equal(await _bench.DecodeAsync(whole.Path), await _bench.DecodeAsync(incremental.Path));
        Assert.Equal(await _bench.SoundSecondsAsync(whole.Path), await _bench.SoundSecondsAsync(incremental.Path));
    }

    [Fact(Timeout = 180_000)]
    public async Task What_was_rendered_before_is_not_encoded_again_and_counts_as_done()
    {
        _bench.Chunks = new ChunkCache(Path.Combine(_bench.Folder, "chunks"), TimeProvider.System);
        var timeline = await VideoAsync("One");
        await _bench.RenderAsync(timeline);
        var kept = _bench.Chunks.Tally();
        List<double> told = [];

        var file = await _bench.RenderAsync(timeline, progress: new Told(told));

        Assert.Equal(kept, _bench.Chunks.Tally());
        Assert.Equal([1.0], told);
        Assert.Contains(file.Notes, note => note.Contains("was enlarged", StringComparison.Ordinal));
    }

    [Fact(Timeout = 180_000)]
    public async Task A_damaged_chunk_is_made_again()
    {
        var folder = Path.Combine(_bench.Folder, "chunks");
        _bench.Chunks = new ChunkCache(folder, TimeProvider.System);
        var timeline = await VideoAsync("One");
        var before = await _bench.DecodeAsync((await _bench.RenderAsync(timeline)).Path);
        foreach (var path in Directory.GetFiles(folder))
        {
            var bytes = File.ReadAllBytes(path);
            bytes[^100] ^= 1;
            File.WriteAllBytes(path, bytes);
        }

        var after = await _bench.DecodeAsync((await _bench.RenderAsync(timeline)).Path);

        Assert.Equal(before, after);
    }

    [Fact(Timeout = 180_000)]
    public async Task Chunks_of_a_file_that_came_out_wrong_are_not_taken_again()
    {
        var folder = Path.Combine(_bench.Folder, "chunks");
        _bench.Chunks = new ChunkCache(folder, TimeProvider.System);
        var timeline = await VideoAsync("One");
        await _bench.RenderAsync(timeline);
        var nonsense = Path.Combine(_bench.Folder, "nonsense");
        File.WriteAllText(nonsense, "whole, and no chunk");
        foreach (var path in Directory.GetFiles(folder))
        {
            _bench.Chunks.Keep(Path.GetFileNameWithoutExtension(path), new ChunkFile(nonsense, []));
        }

        await Assert.ThrowsAnyAsync<RenderException>(() => _bench.RenderAsync(timeline));

        Assert.Equal(TimeSpan.FromSeconds(7), (await _bench.RenderAsync(timeline)).Duration);
    }

    [Fact(Timeout = 180_000)]
    public async Task A_clip_goes_on_in_the_next_chunk_where_it_stood()
    {
        var clip = await _bench.AddAsync("mp4", "testsrc2=size=180x320:rate=30", new MediaInfo { Width = 180, Height = 320, Duration = TimeSpan.FromSeconds(8) }, 8);
        VideoTimeline Video(string title) => new()
        {
            Canvas = RenderBench.Small,
            PictureTracks = [new PictureTrack { Id = "v", Segments = [Clip(clip, 0, 8)] }],
            TextTracks = [new TextTrack { Id = "t", Segments = [Text(title, 5, 2)] }],
        };
        _bench.Chunks = new ChunkCache(Path.Combine(_bench.Folder, "chunks"), TimeProvider.System);
        await _bench.RenderAsync(Video("One"));
        var incremental = await _bench.RenderAsync(Video("Two"));
        _bench.Chunks = new ChunkCache(null, TimeProvider.System);

        var whole = await _bench.RenderAsync(Video("Two"));

        Assert.Equal(240, whole.Frames);
        Assert.Equal(await _bench.DecodeAsync(whole.Path), await _bench.DecodeAsync(incremental.Path));
    }

    [Fact(Timeout = 180_000)]
    public async Task A_title_over_two_shots_looks_the_same_in_every_part_of_the_render()
    {
        var dark = await _bench.AddAsync("jpg", "color=0x101020:size=360x640", new MediaInfo { Width = 360, Height = 640 });
        var light = await _bench.AddAsync("jpg", "color=0xF0F0E8:size=360x640", new MediaInfo { Width = 360, Height = 640 });
        var title = Text("Night and day", 1, 4) with { Style = TextStyle.Shadow, Animation = TextAnimation.Fade };
        VideoTimeline Video(params string[] pictures) => new()
        {
            Canvas = RenderBench.Small,
            PictureTracks = [new PictureTrack { Id = "v", Segments = [.. pictures.Select((picture, i) => Still(picture, 3 * i, 3))] }],
            TextTracks = [new TextTrack { Id = "t", Segments = [title] }],
        };

        var whole = await _bench.ComposeAsync(Video(dark, light));
        var parts = await _bench.ComposeAsync(Video(dark, light), new FrameRange(40, 60), new FrameRange(100, 120));
        var onDark = await _bench.ComposeAsync(Video(dark, dark), new FrameRange(40, 60));

        Assert.Equal([.. whole.Take(60).Skip(40), .. whole.Take(120).Skip(100)], parts);
        Assert.NotEqual(parts.Take(20), onDark);
    }

    [Fact(Timeout = 180_000)]
    public async Task The_same_frames_come_of_a_clip_wherever_it_is_taken_up()
    {
        var clip = await _bench.AddAsync("mp4", "testsrc2=size=180x320:rate=24", new MediaInfo { Width = 180, Height = 320, Duration = TimeSpan.FromSeconds(5) }, 5);
        foreach (var shot in new[] { Clip(clip, 0, 4), Clip(clip, 0, 4) with { In = TimeSpan.FromSeconds(0.31), Speed = 0.7 }, Clip(clip, 0, 4) with { Reverse = true } })
        {
            var video = new VideoTimeline { Canvas = RenderBench.Small, PictureTracks = [new PictureTrack { Id = "v", Segments = [shot] }] };

            var whole = await _bench.ComposeAsync(video);
            var part = await _bench.ComposeAsync(video, new FrameRange(37, 52), new FrameRange(90, 120));

            Assert.Equal(120, whole.Count);
            Assert.Equal([.. whole.Take(52).Skip(37), .. whole.Skip(90)], part);
        }
    }

    private async Task<VideoTimeline> VideoAsync(string title)
    {
        if (_pictures.Count == 0)
        {
            _pictures.Add(await _bench.AddAsync("jpg", "testsrc2=size=640x480", new MediaInfo { Width = 640, Height = 480 }));
            _pictures.Add(await _bench.AddAsync("jpg", "mandelbrot=size=64x48", new MediaInfo { Width = 64, Height = 48 }));
        }

        return new VideoTimeline
        {
            Canvas = RenderBench.Small,
            FadeOut = TimeSpan.FromSeconds(0.5),
            PictureTracks =
            [
                new PictureTrack
                {
                    Id = "v",
                    Segments = [Still(_pictures[0], 0, 3.5), Still(_pictures[1], 3, 4) with { Transition = new Transition("crossfade", TimeSpan.FromSeconds(0.5)) }],
                },
            ],
            TextTracks = [new TextTrack { Id = "t", Segments = [Text(title, 0, 2)] }],
        };
    }

    private readonly List<string> _pictures = [];

    private static PictureSegment Still(string source, double start, double length) => new()
    {
        Id = source, Source = source, Name = source, Range = Range(start, length), Motion = Motion.ZoomIn,
    };

    private static PictureSegment Clip(string source, double start, double length) => new()
    {
        Id = source, Source = source, Name = source, Kind = PictureKind.Video, Range = Range(start, length), Out = TimeSpan.FromSeconds(length),
    };

    private static TextSegment Text(string text, double start, double length) => new() { Id = text, Text = text, Range = Range(start, length) };

    private static TimeRange Range(double start, double length) => new(TimeSpan.FromSeconds(start), TimeSpan.FromSeconds(length));

    private sealed class Told(List<double> values) : IProgress<double>
    {
        public void Report(double value) => values.Add(value);
    }
}
