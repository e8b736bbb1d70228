using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using VideoCreateAi.Studio.Ffmpeg;
using VideoCreateAi.Studio.Library;
using VideoCreateAi.Studio.Rendering;
using VideoCreateAi.Studio.Rendering.Chunks;
using VideoCreateAi.Studio.Timeline;
using VideoCreateAi.TestKit;

namespace VideoCreateAi.UnitTests.Studio.Rendering;

/// <summary>Makes media with ffmpeg, renders with the real renderer and reads the result back as pixels.</summary>
internal sealed class RenderBench(ToolOptions? options = null) : IMediaFiles, IDisposable
{
    public static readonly Canvas Small = new(180, 320);

    private readonly TempFolder _folder = new();
    private readonly Dictionary<string, MediaFile> _files = [];

    public SandboxedToolRunner Tools { get; } = new(options ?? new ToolOptions(), NullLogger<SandboxedToolRunner>.Instance);

    /// <summary>Keeps nothing, if not told to.</summary>
    public ChunkCache Chunks { get; set; } = new(null, TimeProvider.System);

    public string Folder => _folder.Path;

    public MediaFile Get(string id) => _files[id];

    /// <param name="source">A lavfi source or chain of ours.</param>
    public async Task<string> AddAsync(string extension, string source, MediaInfo info, double seconds = 0)
    {
        var id = "m" + _files.Count;
        var path = _folder.File($"{id}.{extension}");
        var format = extension switch
        {
            "jpg" => new MediaFormat("jpg", MediaKind.Image, "jpeg_pipe"),
            "png" => new MediaFormat("png", MediaKind.Image, "png_pipe"),
            _ => new MediaFormat("mp4", MediaKind.Video, "mov"),
        };
        var arguments = new FfmpegArguments().Option("f", "lavfi").Option("i", source);
        arguments = format.Kind == MediaKind.Image ? arguments.Frames(1) : arguments.Duration(TimeSpan.FromSeconds(seconds));
        arguments = extension switch
        {
            "jpg" => arguments.PixelFormat("yuvj420p").Option("q:v", "1").Output("image2", path),
            "png" => arguments.Output("image2", path),
            _ => arguments.H264("ultrafast", 10, 15).Output("mp4", path),
        };
        await Tools.RunAsync(
            new ToolRun { Tool = MediaTool.Ffmpeg, Arguments = arguments.Build(), WorkFolder = _folder.Path, Limits = ToolLimits.Decode },
            CancellationToken.None);
        Add(id, format, path, info);
        return id;
    }

    public string AddGarbage()
    {
        var path = _folder.File("garbage.jpg");
        File.WriteAllText(path, "This is no picture.");
        Add("garbage", new MediaFormat("jpg", MediaKind.Image, "jpeg_pipe"), path, new MediaInfo { Width = 640, Height = 480 });
        return "garbage";
    }

    public Task<RenderedFile> RenderAsync(
        VideoTimeline timeline, OutputFormat format = OutputFormat.Mp4, IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        var work = Directory.CreateDirectory(_folder.File("work-" + Guid.NewGuid().ToString("N"))).FullName;
        var renderer = new TimelineRenderer(Tools, new ToneMixer(), Chunks, new RenderOptions(), NullLogger<TimelineRenderer>.Instance);
        return renderer.RenderAsync(
            timeline, new RenderSettings(format, RenderQuality.Best, Small), this, work, progress ?? new Progress<double>(), cancellationToken);
    }

    /// <summary>All frames as red, green, blue.</summary>
    public async Task<IReadOnlyList<byte[]>> DecodeAsync(string path, string demuxer = "mov")
    {
        var frames = new List<byte[]>();
        await Tools.RunAsync(
            new ToolRun
            {
                Tool = MediaTool.Ffmpeg,
                Arguments = new FfmpegArguments()
                    .ForcedInput(demuxer, path, InputGuards.Clip)
                    .Map("0:v:0")
                    .VideoFilter("scale=in_color_matrix=bt709:in_range=tv:flags=accurate_rnd+full_chroma_int+full_chroma_inp,format=rgb24")
                    .Option("vsync", "passthrough")
                    .RawVideoOutput("rgb24")
                    .Build(),
                WorkFolder = _folder.Path,
                Inputs = [path],
                Limits = ToolLimits.Decode,
                Read = async (stream, token) =>
                {
                    while (true)
                    {
                        var frame = new byte[Small.Width * Small.Height * 3];
                        if (await stream.ReadAtLeastAsync(frame, frame.Length, throwOnEndOfStream: false, token) < frame.Length)
                        {
                            return;
                        }

                        frames.Add(frame);
                    }
                },
            },
            CancellationToken.None);
        return frames;
    }

    /// <summary>A JPEG of ours as red, green, blue.</summary>
    public async Task<byte[]> PixelsAsync(string path, int width, int height)
    {
        var pixels = new byte[width * height * 3];
        await Tools.RunAsync(
            new ToolRun
            {
                Tool = MediaTool.Ffmpeg,
                Arguments = new FfmpegArguments().ForcedInput("jpeg_pipe", path, InputGuards.Picture).Map("0:v:0").Frames(1).RawVideoOutput("rgb24").Build(),
                WorkFolder = _folder.Path,
                Inputs = [path],
                Limits = ToolLimits.Decode,
                Read = async (stream, token) => await stream.ReadExactlyAsync(pixels, token),
            },
            CancellationToken.None);
        return pixels;
    }

    public async Task<double> SoundSecondsAsync(string path)
    {
        var probed = await new FfprobeReader(Tools).ReadAsync("mov", path, InputGuards.Clip, _folder.Path, CancellationToken.None);
        return probed.Sound?.Duration?.TotalSeconds ?? 0;
    }

    public static (int R, int G, int B) Pixel(byte[] frame, double x, double y)
    {
        var at = ((int)(y * Small.Height) * Small.Width + (int)(x * Small.Width)) * 3;
        return (frame[at], frame[at + 1], frame[at + 2]);
    }

    public static void AssertColor((int R, int G, int B) actual, uint expected, int within)
    {
        var (r, g, b) = ((int)(expected >> 16), (int)((expected >> 8) & 255), (int)(expected & 255));
        Assert.True(
            Math.Abs(actual.R - r) <= within && Math.Abs(actual.G - g) <= within && Math.Abs(actual.B - b) <= within,
            string.Create(CultureInfo.InvariantCulture, $"{actual} is not ({r}, {g}, {b}) within {within}."));
    }

    public void Dispose() => _folder.Dispose();

    private void Add(string id, MediaFormat format, string path, MediaInfo info) => _files[id] = new MediaFile
    {
        Id = id,
        Name = Path.GetFileName(path),
        Format = format,
        Path = path,
        Info = info,
        Bytes = new FileInfo(path).Length,
        Hash = "",
    };
}
