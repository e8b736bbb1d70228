using System.Globalization;
using System.Text;
using VideoCreateAi.Studio.Ffmpeg;

namespace VideoCreateAi.Studio.Library;

/// <summary>Decodes a little of a file to see whether anything comes out.</summary>
internal sealed class TestDecode(IToolRunner tools)
{
    private const int ThumbSide = 16;

    // Two seconds at 60 a second; of 4K or 8K fewer, for that takes long and tells no more of a file.
    private const int MostPictures = 120;
    private const int LeastPictures = 8;
    private const double PixelsToDecode = 600_000_000;

    // Each thread of a decoder keeps pictures of its own: on a machine with many cores they would fill what memory there is for it.
    private const int Threads = 2;

    // Of ffmpeg's scale: 2 is the best, 31 the worst.
    private const int CopyQuality = 3;

    /// <param name="pixels">Of a picture, as its header says.</param>
    public async Task<bool> HasPictureAsync(
        MediaFormat format, long pixels, string path, string workFolder, TimeSpan? from, TimeSpan? length, CancellationToken cancellationToken)
    {
        var guards = format.Kind == MediaKind.Image && format != MediaFormats.Gif ? InputGuards.Picture : InputGuards.Clip;
        var arguments = new FfmpegArguments().Threads(Threads).Option("skip_loop_filter", "all");
        if (from is not null)
        {
            // From the key frame before on: where these are minutes apart, all of them would be decoded to get to the very place.
            arguments.FileTimes();
        }

        arguments
            .ForcedInput(format.Demuxer, path, guards, from, length)
            .Map("0:V:0").NoAudio().StripMetadata()
            .VideoFilter($"scale={ThumbSide}:{ThumbSide}")
            .Frames(format.Kind == MediaKind.Image ? 1 : (int)Math.Clamp(PixelsToDecode / Math.Max(1, pixels), LeastPictures, MostPictures))
            .RawVideoOutput("gray");
        return await CountAsync(arguments, path, workFolder, cancellationToken) >= ThumbSide * ThumbSide;
    }

    /// <summary>Decodes a still and keeps it as a JPEG of its own shape, unturned, <paramref name="width"/> pixels wide.</summary>
    public async Task<bool> HasPictureAsync(
        MediaFormat format, string path, string workFolder, string copy, int width, int height, CancellationToken cancellationToken)
    {
        var size = string.Create(CultureInfo.InvariantCulture, $"{width}:{height}");
        var arguments = new FfmpegArguments()
            .Threads(Threads)
            .ForcedInput(format.Demuxer, path, InputGuards.Picture)
            .Map("0:V:0").NoAudio().StripMetadata()

            // JPEG knows one kind of colour: BT.601, full range.
            .VideoFilter($"scale={size}:flags=area:out_color_matrix=bt601:out_range=pc,format=yuvj420p")
            .VideoCodec("mjpeg").Option("q:v", CopyQuality).Frames(1)
            .Output("mjpeg", copy);
        await RunAsync(arguments, path, workFolder, static (output, stop) => output.CopyToAsync(Stream.Null, stop), cancellationToken);
        return new FileInfo(copy) is { Exists: true, Length: > 0 };
    }

    public async Task<bool> HasSoundAsync(
        MediaFormat format, string path, string workFolder, TimeSpan? from, TimeSpan? length, CancellationToken cancellationToken)
    {
        var arguments = new FfmpegArguments()
            .ForcedInput(format.Demuxer, path, InputGuards.Sound, from, length)
            .Map("0:a:0").NoVideo().StripMetadata()
            .Duration(TimeSpan.FromSeconds(10))
            .RawSoundOutput("s16le", 8000, 1);
        return await CountAsync(arguments, path, workFolder, cancellationToken) > 0;
    }

    /// <summary>How long it is by its packets. Reads all of it and decodes nothing.</summary>
    public async Task<TimeSpan> MeasureAsync(
        MediaFormat format, string path, string workFolder, CancellationToken cancellationToken)
    {
        var isSound = format.Kind == MediaKind.Audio;
        var arguments = new FfmpegArguments()
            .ProgressToStandardOutput()
            .ForcedInput(format.Demuxer, path, isSound ? InputGuards.Sound : InputGuards.Clip)
            .Map("0:V:0?").Map("0:a:0?").StripMetadata()
            .Option("c", "copy")
            .Duration(MediaInspector.LongestDuration + TimeSpan.FromMinutes(1))
            .NoOutput();
        var last = TimeSpan.Zero;
        await RunAsync(arguments, path, workFolder, async (output, stop) => last = await LastTimeAsync(output, stop), cancellationToken);
        return last;
    }

    private static async Task<TimeSpan> LastTimeAsync(Stream output, CancellationToken cancellationToken)
    {
        const string Key = "out_time_us=";
        var last = TimeSpan.Zero;
        using var lines = new StreamReader(output, Encoding.ASCII, leaveOpen: true);
        while (await lines.ReadLineAsync(cancellationToken) is { } line)
        {
            if (line.StartsWith(Key, StringComparison.Ordinal)
                && long.TryParse(line.AsSpan(Key.Length), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var microseconds)
                && microseconds is > 0 and < long.MaxValue / 10)
            {
                last = TimeSpan.FromMicroseconds(microseconds);
            }
        }

        return last;
    }

    private async Task<long> CountAsync(
        FfmpegArguments arguments, string path, string workFolder, CancellationToken cancellationToken)
    {
        long total = 0;
        await RunAsync(
            arguments,
            path,
            workFolder,
            async (output, stop) =>
            {
                var buffer = new byte[64 * 1024];
                int count;
                while ((count = await output.ReadAsync(buffer, stop)) > 0)
                {
                    total += count;
                }
            },
            cancellationToken);
        return total;
    }

    private Task RunAsync(
        FfmpegArguments arguments, string path, string workFolder, Func<Stream, CancellationToken, Task> read, CancellationToken cancellationToken)
        => tools.RunAsync(
            new ToolRun
            {
                Tool = MediaTool.Ffmpeg,
                Arguments = arguments.Build(),
                WorkFolder = workFolder,
                Inputs = [path],
                Limits = ToolLimits.Inspect,
                Read = read,
            },
            cancellationToken);
}
