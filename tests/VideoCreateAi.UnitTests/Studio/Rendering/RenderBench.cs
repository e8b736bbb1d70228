using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using VideoCreateAi.Studio.Audio;
using VideoCreateAi.Studio.Ffmpeg;
using VideoCreateAi.Studio.Library;
using VideoCreateAi.Studio.Rendering;
using VideoCreateAi.Studio.Rendering.Chunks;
using VideoCreateAi.Studio.Rendering.Planning;
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

    public ISoundMixer Mixer { get; set; } = new ToneMixer();

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

    /// <summary>A clip as an upload makes one: what it is is found out by looking at it.</summary>
    /// <param name="arguments">Its inputs and codecs.</param>
    public async Task<string> AddClipAsync(FfmpegArguments arguments, double seconds)
    {
        var id = "m" + _files.Count;
        var path = _folder.File(id + ".mp4");
        await Tools.RunAsync(
            new ToolRun
            {
                Tool = MediaTool.Ffmpeg, Arguments = arguments.Duration(TimeSpan.FromSeconds(seconds)).Output("mp4", path).Build(),
                WorkFolder = _folder.Path, Limits = ToolLimits.Decode,
            },
            CancellationToken.None);
        var inspected = await new MediaInspector(Tools).InspectAsync(path, NewFolder(), CancellationToken.None);
        Add(id, inspected.Format, path, inspected.Info);
        return id;
    }

    public string NewFolder() => Directory.CreateDirectory(_folder.File("work-" + Guid.NewGuid().ToString("N"))).FullName;

    public string AddGarbage()
    {
        var path = _folder.File("garbage.jpg");
        File.WriteAllText(path, "This is no picture.");
        Add("garbage", new MediaFormat("jpg", MediaKind.Image, "jpeg_pipe"), path, new MediaInfo { Width = 640, Height = 480 });
        return "garbage";
    }

    public Task<RenderedFile> RenderAsync(
        VideoTimeline timeline, OutputFormat format = OutputFormat.Mp4, IProgress<double>? progress = null, CancellationToken cancellationToken = default) =>
        RenderAsync(timeline, new RenderSettings(format, RenderQuality.Best, Small), progress, cancellationToken);

    public Task<RenderedFile> RenderAsync(
        VideoTimeline timeline, RenderSettings settings, IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        var renderer = new TimelineRenderer(Tools, Mixer, Chunks, new RenderOptions(), NullLogger<TimelineRenderer>.Instance);
        return renderer.RenderAsync(timeline, settings, this, NewFolder(), progress ?? new Progress<double>(), cancellationToken);
    }

    /// <summary>The frames as they are before they are encoded: a digest of each.</summary>
    public async Task<IReadOnlyList<string>> ComposeAsync(VideoTimeline timeline, params FrameRange[] ranges)
    {
        var settings = new RenderSettings(OutputFormat.Mp4, RenderQuality.Good, timeline.Canvas);
        var plan = RenderPlanner.Plan(timeline, settings);
        ranges = ranges.Length > 0 ? ranges : [new FrameRange(0, plan.TotalFrames)];
        var scene = new RenderScene(timeline, plan, settings, this, NewFolder());
        List<string> digests = [];
        await using var frames = scene.Compose(ranges, Tools, new RenderOptions(), threads: 2, CancellationToken.None);
        await frames.WriteAsync(
            ranges.Sum(range => range.Count),
            (frame, _, _) =>
            {
                digests.Add(Convert.ToHexString(SHA256.HashData(frame.Frame.Span)));
                return ValueTask.CompletedTask;
            },
            CancellationToken.None);
        return digests;
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

    /// <summary>A digest of each frame as it is decoded.</summary>
    public async Task<IReadOnlyList<string>> FrameDigestsAsync(string path)
    {
        using var lines = new MemoryStream();
        await Tools.RunAsync(
            new ToolRun
            {
                Tool = MediaTool.Ffmpeg,
                Arguments = [.. new FfmpegArguments().ForcedInput("mov", path, InputGuards.Clip).Map("0:v:0").EveryPicture().Build(), "-f", "framemd5", "pipe:1"],
                WorkFolder = _folder.Path,
                Inputs = [path],
                Limits = ToolLimits.Decode,
                Read = (stream, token) => stream.CopyToAsync(lines, token),
            },
            CancellationToken.None);
        return [.. Encoding.ASCII.GetString(lines.ToArray()).Split('\n').Where(line => line.StartsWith("0,", StringComparison.Ordinal)).Select(line => line[(line.LastIndexOf(',') + 1)..].Trim())];
    }

    /// <summary>The left channel, 48,000 samples a second.</summary>
    public async Task<short[]> SoundAsync(string path)
    {
        using var samples = new MemoryStream();
        await Tools.RunAsync(
            new ToolRun
            {
                Tool = MediaTool.Ffmpeg,
                Arguments = new FfmpegArguments().ForcedInput("mov", path, InputGuards.Clip).Map("0:a:0").AudioFilter("pan=mono|c0=c0").RawSoundOutput("s16le", 48000, 1).Build(),
                WorkFolder = _folder.Path,
                Inputs = [path],
                Limits = ToolLimits.Decode,
                Read = (stream, token) => stream.CopyToAsync(samples, token),
            },
            CancellationToken.None);
        return MemoryMarshal.Cast<byte, short>(samples.ToArray()).ToArray();
    }

    /// <summary>A picture of ours as red, green, blue.</summary>
    public async Task<byte[]> PixelsAsync(string path, int width, int height, string demuxer = "jpeg_pipe")
    {
        var pixels = new byte[width * height * 3];
        await Tools.RunAsync(
            new ToolRun
            {
                Tool = MediaTool.Ffmpeg,
                Arguments = new FfmpegArguments().ForcedInput(demuxer, path, InputGuards.Picture).Map("0:v:0").Frames(1).RawVideoOutput("rgb24").Build(),
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
