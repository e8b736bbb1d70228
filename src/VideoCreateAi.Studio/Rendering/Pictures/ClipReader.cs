using System.Globalization;
using VideoCreateAi.Studio.Ffmpeg;

namespace VideoCreateAi.Studio.Rendering.Pictures;

/// <summary>Decodes frames of a shot from its clip, trimmed, retimed and scaled. Which picture a frame shows follows from times of the file
/// alone: where decoding began changes nothing, and a picture that begins late is late.</summary>
/// <param name="take">Gives an empty frame.</param>
internal sealed class ClipReader(IToolRunner tools, ClipRequest request, string workFolder, Func<SharedFrame> take)
{
    // Each keeps pictures of its own, and 16 of those of the largest clips would not fit into what memory a render has.
    private const int MostThreads = 8;

    // How far back the last picture is looked for when there is none where the shot begins.
    private static readonly TimeSpan s_lookBack = TimeSpan.FromSeconds(10);

    /// <summary>Frames in the order of the source, as many as there are.</summary>
    /// <param name="hand">Takes each.</param>
    public Task ReadAsync(int first, int count, Func<SharedFrame, CancellationToken, ValueTask> hand, CancellationToken cancellationToken)
    {
        var fps = request.FramesPerSecond;
        var start = string.Create(
            CultureInfo.InvariantCulture,
            $"setpts=(PTS-{request.Segment.In.TotalSeconds:0.######}/TB)/{request.Speed:0.######},fps={fps}:start_time={(double)first / fps:0.######}");
        return RunAsync(request.At(first), start, count, hand, cancellationToken);
    }

    /// <summary>The last picture before a moment at which there is none any more.</summary>
    public async Task<SharedFrame?> LastBeforeAsync(TimeSpan moment, CancellationToken cancellationToken)
    {
        SharedFrame? last = null;
        var from = moment > s_lookBack ? moment - s_lookBack : TimeSpan.Zero;
        await RunAsync(from, null, null, Keep, cancellationToken);
        return last;

        ValueTask Keep(SharedFrame frame, CancellationToken _)
        {
            last?.Release();
            last = frame;
            return ValueTask.CompletedTask;
        }
    }

    private Task RunAsync(
        TimeSpan from, string? retiming, int? count, Func<SharedFrame, CancellationToken, ValueTask> hand, CancellationToken cancellationToken) => tools.RunAsync(
        new ToolRun
        {
            Tool = MediaTool.Ffmpeg,
            Arguments = Arguments(from, retiming, count),
            WorkFolder = workFolder,
            Inputs = [request.File.Path],
            Limits = ToolLimits.Encode,
            Read = (stream, token) => ReadAsync(stream, hand, token),
        },
        cancellationToken);

    private async Task ReadAsync(Stream stream, Func<SharedFrame, CancellationToken, ValueTask> hand, CancellationToken cancellationToken)
    {
        while (true)
        {
            var frame = take();
            frame.Take();
            var read = await stream.ReadAtLeastAsync(frame.Picture.Frame, frame.Picture.FrameBytes, throwOnEndOfStream: false, cancellationToken);
            if (read < frame.Picture.FrameBytes)
            {
                frame.Release();
                return;
            }

            request.Grade?.Apply(frame.Picture);
            await hand(frame, cancellationToken);
        }
    }

    private IReadOnlyList<string> Arguments(TimeSpan from, string? retiming, int? count)
    {
        var (file, segment) = (request.File, request.Segment);
        List<string> filters = retiming is null ? [] : [retiming];
        filters.AddRange(PictureFilters.Upright(file.Info.Orientation, segment.Rotation, segment.Flip));
        filters.AddRange(PictureFilters.Crop(segment.Crop));
        filters.AddRange(PictureFilters.Crop(request.Window));
        filters.Add(PictureFilters.Scale(file, request.Width, request.Height) + ",format=yuv420p");
        var arguments = new FfmpegArguments();
        if (Environment.ProcessorCount >= MostThreads)
        {
            arguments.Threads(MostThreads);
        }

        arguments
            .FileTimes()
            .ForcedInput(file.Format.Demuxer, file.Path, InputGuards.Clip, from)
            .Map("0:v:0")
            .VideoFilter(string.Join(',', filters))
            .EveryPicture();
        if (count is { } most)
        {
            arguments.Frames(most);
        }

        return arguments.RawVideoOutput("yuv420p").Build();
    }
}
