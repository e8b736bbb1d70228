using Microsoft.Extensions.Logging.Abstractions;
using VideoCreateAi.Studio.Ffmpeg;
using VideoCreateAi.Studio.Library;
using VideoCreateAi.Studio.Rendering;
using VideoCreateAi.Studio.Rendering.Pictures;
using VideoCreateAi.Studio.Rendering.Preview;
using VideoCreateAi.Studio.Timeline;
using VideoCreateAi.TestKit;
using VideoCreateAi.UnitTests.Studio.Rendering;

namespace VideoCreateAi.UnitTests.Studio.Library;

public sealed class SmallCopyTests : IDisposable
{
    private const string RedBesideBlue = "color=0xC83C28:size=2400x1800,format=rgb24,drawbox=x=iw/2:w=iw/2:h=ih:color=0x283CC8:t=fill";

    private readonly TempFolder _folder = new();
    private readonly SandboxedToolRunner _tools = new(new ToolOptions(), NullLogger<SandboxedToolRunner>.Instance);

    public void Dispose() => _folder.Dispose();

    [Theory(Timeout = 120_000)]
    [InlineData("mjpeg", RedBesideBlue, true)]
    [InlineData("png", RedBesideBlue, true)]
    [InlineData("png", RedBesideBlue + ",format=rgba", false)]
    [InlineData("mjpeg", "color=red:size=1600x900,format=rgb24", false)]
    public async Task A_large_picture_without_alpha_has_a_small_copy(string codec, string picture, bool has)
    {
        var file = await AddAsync(codec, picture);

        Assert.Equal(has, file.SmallCopyPath is not null);
        Assert.Equal(file.SmallCopyPath, Library().Get(file.Id).SmallCopyPath);
    }

    [Fact(Timeout = 120_000)]
    public async Task A_preview_is_drawn_from_the_small_copy_turned_as_the_picture_is()
    {
        var file = await AddAsync("mjpeg", RedBesideBlue, orientation: 6);
        File.WriteAllText(file.Path, "no picture any more");
        var timeline = new VideoTimeline
        {
            Canvas = new Canvas(360, 480),
            PictureTracks =
            [
                new PictureTrack
                {
                    Id = "v",
                    Segments = [new PictureSegment { Id = "s", Source = file.Id, Name = "photo", Range = new TimeRange(TimeSpan.Zero, TimeSpan.FromSeconds(2)) }],
                },
            ],
        };

        var preview = new TimelinePreview(_tools, new StillCache(null, TimeProvider.System), new RenderOptions());
        var frame = await preview.FrameAsync(timeline, Library(), TimeSpan.FromSeconds(1), 480, _folder.Path, CancellationToken.None);

        Assert.Empty(frame.Missing);
        var pixels = await PixelsAsync(frame);
        RenderBench.AssertColor(At(pixels, frame, 0.5, 0.25), 0xC83C28, within: 8);
        RenderBench.AssertColor(At(pixels, frame, 0.5, 0.75), 0x283CC8, within: 8);
    }

    private MediaLibrary Library() => new(
        new LibraryOptions { Folder = _folder.File("media"), FreeSpaceFloor = 0 }, new MediaInspector(_tools), NullLogger<MediaLibrary>.Instance);

    private async Task<MediaFile> AddAsync(string codec, string picture, ushort? orientation = null)
    {
        var path = _folder.File("made");
        var arguments = new FfmpegArguments()
            .Option("f", "lavfi").Option("i", picture).VideoCodec(codec).Option("q:v", 2).Frames(1).Option("update", "1").Output("image2", path);
        await _tools.RunAsync(new ToolRun { Tool = MediaTool.Ffmpeg, Arguments = arguments.Build(), WorkFolder = _folder.Path }, CancellationToken.None);
        var bytes = await File.ReadAllBytesAsync(path);
        if (orientation is { } turned)
        {
            bytes = ExifJpeg.Of(bytes, turned);
        }

        return await Library().AddAsync("photo", new MemoryStream(bytes), bytes.Length, CancellationToken.None);
    }

    private async Task<byte[]> PixelsAsync(PreviewPicture picture)
    {
        using var bench = new RenderBench();
        var path = _folder.File("frame.jpg");
        await File.WriteAllBytesAsync(path, picture.Jpeg);
        return await bench.PixelsAsync(path, picture.Width, picture.Height);
    }

    private static (int R, int G, int B) At(byte[] pixels, PreviewPicture picture, double x, double y)
    {
        var at = ((int)(y * picture.Height) * picture.Width + (int)(x * picture.Width)) * 3;
        return (pixels[at], pixels[at + 1], pixels[at + 2]);
    }
}
