using VideoCreateAi.Studio.Library;
using VideoCreateAi.Studio.Rendering;
using VideoCreateAi.Studio.Rendering.Pictures;
using VideoCreateAi.Studio.Rendering.Preview;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.UnitTests.Studio.Rendering.Preview;

/// <summary>Previews with the real tools.</summary>
public sealed class PreviewPictureTests : IDisposable
{
    private const string Noise = "nullsrc=size=1280x720,geq=lum='random(1)*255':cb='random(2)*255':cr='random(3)*255'";

    private readonly RenderBench _bench = new();
    private readonly string _work;

    public PreviewPictureTests() => _work = Directory.CreateDirectory(Path.Combine(_bench.Folder, "preview")).FullName;

    public void Dispose() => _bench.Dispose();

    [Fact(Timeout = 120_000)]
    public async Task A_frame_has_the_colours_of_the_shot_that_it_shows()
    {
        var red = await _bench.AddAsync("jpg", "color=0xC83C28:size=1600x1200,format=rgb24", new MediaInfo { Width = 1600, Height = 1200 });
        var blue = await _bench.AddAsync("png", "color=0x2A3C96:size=640x480,format=rgb24", new MediaInfo { Width = 640, Height = 480 });
        var timeline = Video(Shot(red, 0, 2), Shot(blue, 2, 2));

        var first = await Preview().FrameAsync(timeline, _bench, TimeSpan.FromSeconds(1), 320, _work, CancellationToken.None);
        var last = await Preview().FrameAsync(timeline, _bench, TimeSpan.FromSeconds(99), 320, _work, CancellationToken.None);

        Assert.Equal((180, 320), (first.Width, first.Height));
        RenderBench.AssertColor(await MiddleAsync(first), 0xC83C28, within: 4);
        RenderBench.AssertColor(await MiddleAsync(last), 0x2A3C96, within: 4);
        Assert.InRange(last.Times[0].TotalSeconds, 3.9, 4);
    }

    [Fact(Timeout = 120_000)]
    public async Task A_frame_of_a_clip_is_the_picture_at_that_time()
    {
        var clip = await _bench.AddAsync(
            "mp4", "color=0xC83C28:size=320x240:rate=30,drawbox=color=0x2A3C96:t=fill:enable='gte(t,1)'",
            new MediaInfo { Width = 320, Height = 240, Duration = TimeSpan.FromSeconds(2) }, seconds: 2);
        var timeline = Video(Shot(clip, 0, 2) with { Kind = PictureKind.Video, Out = TimeSpan.FromSeconds(2) });

        var before = await Preview().FrameAsync(timeline, _bench, TimeSpan.FromSeconds(0.8), 320, _work, CancellationToken.None);
        var after = await Preview().FrameAsync(timeline, _bench, TimeSpan.FromSeconds(1.2), 320, _work, CancellationToken.None);

        RenderBench.AssertColor(await MiddleAsync(before), 0xC83C28, within: 8);
        RenderBench.AssertColor(await MiddleAsync(after), 0x2A3C96, within: 8);
    }

    [Fact(Timeout = 120_000)]
    public async Task What_cannot_be_read_is_a_field_with_its_name_and_is_told()
    {
        var red = await _bench.AddAsync("png", "color=0xC83C28:size=640x480,format=rgb24", new MediaInfo { Width = 640, Height = 480 });
        var timeline = Video(Shot(_bench.AddGarbage(), 0, 2) with { Name = "beach.jpg" }, Shot(red, 2, 2));

        var sheet = await Preview().SheetAsync(timeline, _bench, 2, null, _work, CancellationToken.None);

        Assert.Equal(["beach.jpg"], sheet.Missing);
        Assert.Equal(2, sheet.Times.Count);
    }

    [Theory(Timeout = 120_000)]
    [InlineData(1, null)]
    [InlineData(36, 1024)]
    public async Task Noise_stays_within_the_bytes_that_a_sheet_may_have(int tiles, int? side)
    {
        var noise = await _bench.AddAsync("png", Noise, new MediaInfo { Width = 1280, Height = 720 });

        var sheet = await Preview().SheetAsync(Video(Shot(noise, 0, 4)), _bench, tiles, side, _work, CancellationToken.None);

        Assert.InRange(sheet.Jpeg.Length, 1000, 80_000);
        Assert.Equal([0xFF, 0xD8], sheet.Jpeg[..2]);
    }

    [Fact(Timeout = 120_000)]
    public async Task Noise_stays_within_the_bytes_that_a_frame_may_have()
    {
        var noise = await _bench.AddAsync("png", Noise, new MediaInfo { Width = 1280, Height = 720 });

        var frame = await Preview().FrameAsync(Video(Shot(noise, 0, 4)), _bench, TimeSpan.Zero, 1024, _work, CancellationToken.None);

        Assert.InRange(frame.Jpeg.Length, 1000, 100_000);
    }

    [Fact(Timeout = 120_000)]
    public async Task A_second_preview_takes_its_pictures_from_the_cache()
    {
        var red = await _bench.AddAsync("png", "color=0xC83C28:size=640x480,format=rgb24", new MediaInfo { Width = 640, Height = 480 });
        var timeline = Video(Shot(red, 0, 2));
        var preview = Preview(Path.Combine(_bench.Folder, "stills"));
        var first = await preview.SheetAsync(timeline, _bench, 4, null, _work, CancellationToken.None);
        File.WriteAllText(_bench.Get(red).Path, "no picture any more");

        var second = await preview.SheetAsync(timeline, _bench, 4, null, _work, CancellationToken.None);

        Assert.Empty(second.Missing);
        Assert.Equal(first.Jpeg, second.Jpeg);
    }

    [Fact(Timeout = 120_000)]
    public async Task A_sheet_of_a_finished_file_shows_what_is_in_the_file()
    {
        var red = await _bench.AddAsync("png", "color=0xC83C28:size=640x480,format=rgb24", new MediaInfo { Width = 640, Height = 480 });
        var timeline = Video(Shot(red, 0, 1.5));
        var file = await _bench.RenderAsync(timeline);
        var media = new MediaFile
        {
            Id = "r", Name = "video", Format = new MediaFormat("mp4", MediaKind.Video, "mov"), Path = file.Path, Bytes = file.Bytes, Hash = "",
            Info = new MediaInfo { Width = file.Width, Height = file.Height, Duration = file.Duration, ColorMatrix = RenderedFile.ColorMatrix },
        };

        var sheet = await Preview().FileSheetAsync(timeline, media, _work, CancellationToken.None);

        Assert.InRange(sheet.Times.Count, 6, 9);
        RenderBench.AssertColor(await PixelAsync(sheet, 40, 100), 0xC83C28, within: 6);
    }

    private TimelinePreview Preview(string? cache = null) =>
        new(_bench.Tools, new StillCache(cache, TimeProvider.System), new RenderOptions());

    private Task<(int R, int G, int B)> MiddleAsync(PreviewPicture picture) => PixelAsync(picture, picture.Width / 2, picture.Height / 2);

    private async Task<(int R, int G, int B)> PixelAsync(PreviewPicture picture, int x, int y)
    {
        var path = Path.Combine(_work, Guid.NewGuid().ToString("N") + ".jpg");
        await File.WriteAllBytesAsync(path, picture.Jpeg);
        var pixels = await _bench.PixelsAsync(path, picture.Width, picture.Height);
        var at = (y * picture.Width + x) * 3;
        return (pixels[at], pixels[at + 1], pixels[at + 2]);
    }

    private static VideoTimeline Video(params PictureSegment[] shots) => new()
    {
        Canvas = RenderBench.Small,
        PictureTracks = [new PictureTrack { Id = "v", Segments = shots }],
    };

    private static PictureSegment Shot(string source, double start, double length) => new()
    {
        Id = source + start, Source = source, Name = source, Range = new TimeRange(TimeSpan.FromSeconds(start), TimeSpan.FromSeconds(length)),
    };
}
