using System.Text.Json;
using VideoCreateAi.Studio.Ffmpeg;
using VideoCreateAi.Studio.Library;
using VideoCreateAi.Studio.Rendering.Encoder;
using VideoCreateAi.Studio.Rendering.Planning;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Rendering.Chunks;

/// <summary>Takes clips over as they are, where nothing is changed about any of them and every player plays what comes out: all of the
/// video is copied or none of it, because a stream with two sets of parameters is not read everywhere.</summary>
internal sealed class ClipCopy(IToolRunner tools)
{
    private const int UnitType = 31;
    private const int Independent = 5;

    /// <returns>A piece for each shot in order; null when they have to be encoded.</returns>
    public async Task<IReadOnlyList<(FrameRange Range, string Path)>?> TryAsync(RenderScene scene, CancellationToken cancellationToken)
    {
        try
        {
            return Untouched(scene) is { } shots ? await CopyAsync(shots, scene, cancellationToken) : null;
        }
        catch (Exception failure) when (failure is ToolFailedException or JsonException or KeyNotFoundException)
        {
            // Encoding tells whether that is a failure, and which.
            return null;
        }
    }

    private async Task<IReadOnlyList<(FrameRange Range, string Path)>?> CopyAsync(IReadOnlyList<PlannedShot> shots, RenderScene scene, CancellationToken cancellationToken)
    {
        var rate = scene.Plan.Canvas.FramesPerSecond;
        Dictionary<string, CopySource> sources = [];
        List<(FrameRange Range, string Path)> pieces = [];
        foreach (var shot in shots)
        {
            var file = scene.Media.Get(shot.Segment.Source!);
            if (!sources.TryGetValue(file.Path, out var source))
            {
                if (await ReadAsync(file, scene, cancellationToken) is not { } read)
                {
                    return null;
                }

                sources[file.Path] = source = read;
            }

            if (sources.Values.Any(other => other.Parameters != source.Parameters)
                || !source.HasPiece(shot.Segment.In, shot.Frames, rate, out var first))
            {
                return null;
            }

            var path = Path.Combine(scene.WorkFolder, FormattableString.Invariant($"copied{pieces.Count}.mp4"));
            await RunAsync(EncoderArguments.Copy(file, (double)first / rate, shot.Frames, path), file, scene, null, cancellationToken);
            if (!IsWithinBounds(path, shot, scene) || !await BeginsByItselfAsync(path, scene, cancellationToken))
            {
                return null;
            }

            pieces.Add((shot.Range, path));
        }

        return pieces;
    }

    /// <summary>The shots, when they are clips side by side and nothing else is seen or done to them.</summary>
    private static IReadOnlyList<PlannedShot>? Untouched(RenderScene scene)
    {
        var plan = scene.Plan;
        var tracks = plan.Tracks.Where(track => track.Shots.Count > 0).ToList();
        if (tracks is not [{ Role: PictureRole.Main } main] || plan.Texts.Count > 0 || plan.FadeInFrames + plan.FadeOutFrames > 0)
        {
            return null;
        }

        var next = 0;
        foreach (var shot in main.Shots)
        {
            if (shot.First != next || shot.TransitionFrames > 0 || !IsUntouched(shot.Segment, scene))
            {
                return null;
            }

            next = shot.End;
        }

        return next == plan.TotalFrames ? main.Shots : null;
    }

    private static bool IsUntouched(PictureSegment shot, RenderScene scene) =>
        shot is { Kind: PictureKind.Video, Source: { } id, Speed: 1, Reverse: false, Rotation: 0, Flip: Flip.None, Motion: Motion.None, Opacity: 1, Placement: null, Crop: null }
        && !shot.IsHeld() && shot.Filter == "none" && shot.Adjustment == Adjustment.None
        && scene.Media.Get(id) is { Info: { VideoCodec: "h264", Orientation: Orientation.Upright } info, Format.Demuxer: "mov" }
        && info.Width == scene.Plan.Canvas.Width && info.Height == scene.Plan.Canvas.Height;

    private async Task<CopySource?> ReadAsync(MediaFile file, RenderScene scene, CancellationToken cancellationToken)
    {
        using var answer = new MemoryStream();
        await tools.RunAsync(
            new ToolRun
            {
                Tool = MediaTool.Ffprobe,
                Arguments =
                [
                    "-hide_banner", "-v", "error", "-protocol_whitelist", "file,pipe", "-f", file.Format.Demuxer, "-format_whitelist", file.Format.Demuxer,
                    "-codec_whitelist", InputGuards.Clip.Decoders, "-select_streams", "v:0", "-show_data_hash", "SHA256", "-show_entries",
                    "format=start_time:packet=pts_time,flags:stream=codec_name,profile,level,pix_fmt,width,height,sample_aspect_ratio,r_frame_rate,"
                    + "field_order,color_range,color_space,color_transfer,color_primaries,extradata_hash",
                    "-of", "json=compact=1", "-i", "file:" + file.Path,
                ],
                WorkFolder = scene.WorkFolder,
                Inputs = [file.Path],
                Limits = ToolLimits.Probe,
                Read = (output, token) => output.CopyToAsync(answer, token),
            },
            cancellationToken);
        using var json = JsonDocument.Parse(answer.ToArray());
        return CopySource.Read(json.RootElement, scene.Plan.Canvas.Width, scene.Plan.Canvas.Height, scene.Plan.Canvas.FramesPerSecond);
    }

    private static bool IsWithinBounds(string path, PlannedShot shot, RenderScene scene) => scene.Settings.MostKilobits is not { } most
        || new FileInfo(path).Length * 8 / 1000.0 <= most * (double)shot.Frames / scene.Plan.Canvas.FramesPerSecond;

    /// <summary>Whether the first picture is one after which nothing refers to what was before. The container's word for it is broader.</summary>
    private async Task<bool> BeginsByItselfAsync(string path, RenderScene scene, CancellationToken cancellationToken)
    {
        using var first = new MemoryStream();
        await RunAsync(EncoderArguments.FirstPicture(path), null, scene, (output, token) => output.CopyToAsync(first, token), cancellationToken);
        var stream = first.ToArray();
        for (var i = 0; i + 3 < stream.Length; i++)
        {
            if (stream[i] == 0 && stream[i + 1] == 0 && stream[i + 2] == 1 && (stream[i + 3] & UnitType) == Independent)
            {
                return true;
            }
        }

        return false;
    }

    private Task RunAsync(
        IReadOnlyList<string> arguments, MediaFile? file, RenderScene scene, Func<Stream, CancellationToken, Task>? read, CancellationToken cancellationToken) => tools.RunAsync(
        new ToolRun
        {
            Tool = MediaTool.Ffmpeg, Arguments = arguments, WorkFolder = scene.WorkFolder, Inputs = file is null ? [] : [file.Path], Limits = ToolLimits.Encode, Read = read,
        },
        cancellationToken);
}
