using System.Collections.Concurrent;
using System.Globalization;
using System.Threading.Channels;
using VideoCreateAi.Studio.Ffmpeg;
using VideoCreateAi.Studio.Rendering.Compositing;

namespace VideoCreateAi.Studio.Rendering.Pictures;

/// <summary>Decodes a clip, trimmed, retimed and scaled, frame by frame as they are asked for.</summary>
internal sealed class ClipStream : IAsyncDisposable
{
    private const int FramesAhead = 4;

    private readonly CancellationTokenSource _stop;
    private readonly Channel<SharedFrame> _frames = Channel.CreateBounded<SharedFrame>(FramesAhead);
    private readonly ConcurrentBag<SharedFrame> _pool = [];
    private readonly ClipRequest _request;
    private readonly Task _decoding;
    private SharedFrame? _last;
    private int _next;

    public ClipStream(IToolRunner tools, ClipRequest request, string workFolder, CancellationToken cancellationToken)
    {
        _request = request;
        _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        _decoding = DecodeAsync(tools, workFolder, _stop.Token);
    }

    /// <summary>A frame of the shot, taken once for the caller. After the end the last one again.</summary>
    /// <param name="number">Never lower than before.</param>
    /// <exception cref="RenderException">Not a single frame could be decoded.</exception>
    public async ValueTask<SharedFrame> AtAsync(int number, CancellationToken cancellationToken)
    {
        while (_next <= number && await TryAdvanceAsync(cancellationToken))
        {
            _next++;
        }

        _next = number + 1;
        _last!.Take();
        return _last;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        // Whoever asked for frames was told what went wrong; here nobody wants any more.
        await _decoding.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    /// <returns>False after the end.</returns>
    private async ValueTask<bool> TryAdvanceAsync(CancellationToken cancellationToken)
    {
        if (await _frames.Reader.WaitToReadAsync(cancellationToken) && _frames.Reader.TryRead(out var frame))
        {
            _last?.Release();
            _last = frame;
            return true;
        }

        cancellationToken.ThrowIfCancellationRequested();
        return _last is null ? throw Unreadable(null) : false;
    }

    private async Task DecodeAsync(IToolRunner tools, string workFolder, CancellationToken cancellationToken)
    {
        try
        {
            await tools.RunAsync(
                new ToolRun
                {
                    Tool = MediaTool.Ffmpeg,
                    Arguments = Arguments(),
                    WorkFolder = workFolder,
                    Inputs = [_request.File.Path],
                    Limits = ToolLimits.Encode,
                    Read = ReadAsync,
                },
                cancellationToken);
            _frames.Writer.TryComplete();
        }
        catch (ToolFailedException failure)
        {
            // A clip that breaks in the middle is shown as far as it goes.
            _frames.Writer.TryComplete(_last is null && _frames.Reader.Count == 0 ? Unreadable(failure) : null);
        }
        catch (Exception failure)
        {
            _frames.Writer.TryComplete(failure);
            throw;
        }
    }

    private async Task ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (!_pool.TryTake(out var frame))
            {
                frame = new SharedFrame(new PlanarPicture(_request.Width, _request.Height), _pool.Add);
            }

            var read = await stream.ReadAtLeastAsync(frame.Picture.Frame, frame.Picture.FrameBytes, throwOnEndOfStream: false, cancellationToken);
            if (read < frame.Picture.FrameBytes)
            {
                return;
            }

            _request.Grade?.Apply(frame.Picture);
            frame.Take();
            await _frames.Writer.WriteAsync(frame, cancellationToken);
        }
    }

    private IReadOnlyList<string> Arguments()
    {
        var segment = _request.Segment;
        var fps = _request.FramesPerSecond;
        var speed = segment.Speed > 0 ? segment.Speed : 1;
        var length = TimeSpan.FromSeconds((_request.Frames + 2) * speed / fps);
        var filters = PictureFilters.Upright(_request.File.Info.Orientation, segment.Rotation, segment.Flip);
        filters.AddRange(PictureFilters.Crop(segment.Crop));
        filters.AddRange(PictureFilters.Crop(_request.Window));
        filters.Insert(0, string.Create(CultureInfo.InvariantCulture, $"setpts=(PTS-STARTPTS)/{speed:0.######},fps={fps}:start_time=0"));
        filters.Add(string.Create(
            CultureInfo.InvariantCulture,
            $"scale={_request.Width}:{_request.Height}:flags=bicubic+accurate_rnd+full_chroma_inp:out_color_matrix=bt709:out_range=tv,format=yuv420p"));
        if (segment.Reverse)
        {
            filters.Add("reverse");
        }

        var file = _request.File;
        return new FfmpegArguments()
            .ForcedInput(
                file.Format.Demuxer, file.Path, InputGuards.Clip, segment.In,
                segment.Reverse ? Shorter(segment.Out - segment.In, length) : length)
            .Map("0:v:0")
            .VideoFilter(string.Join(',', filters))
            .Frames(_request.Frames)
            .RawVideoOutput("yuv420p")
            .Build();
    }

    private static TimeSpan Shorter(TimeSpan range, TimeSpan length) => range > TimeSpan.Zero && range < length ? range : length;

    private RenderException Unreadable(Exception? inner) => new(
        "media_unreadable", $"The clip \"{_request.File.Name}\" could not be decoded. Upload it again, or in another format.", inner);
}
