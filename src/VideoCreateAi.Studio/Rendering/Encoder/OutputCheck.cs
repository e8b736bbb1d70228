using System.Globalization;
using System.Text.Json;
using VideoCreateAi.Studio.Ffmpeg;
using VideoCreateAi.Studio.Rendering.Planning;

namespace VideoCreateAi.Studio.Rendering.Encoder;

/// <summary>Looks at a finished file as a stranger would: what ffprobe says, and whether it decodes.</summary>
internal sealed class OutputCheck(IToolRunner tools)
{
    /// <exception cref="RenderException">The file is not what was planned.</exception>
    public async Task<RenderedFile> CheckAsync(
        string path, RenderPlan plan, OutputFormat format, IReadOnlyList<string> notes, string workFolder, CancellationToken cancellationToken)
    {
        var (width, height, frames, duration) = await ProbeAsync(path, Demuxer(format), workFolder, cancellationToken);
        if (width != plan.Canvas.Width || height != plan.Canvas.Height)
        {
            throw Wrong($"it is {width}×{height} instead of {plan.Canvas.Width}×{plan.Canvas.Height}");
        }

        if (frames != plan.TotalFrames && format != OutputFormat.Gif)
        {
            throw Wrong(string.Create(CultureInfo.InvariantCulture, $"it has {frames} frames instead of {plan.TotalFrames}"));
        }

        var frame = TimeSpan.FromSeconds(1.0 / plan.Canvas.FramesPerSecond);
        if ((duration - plan.Duration).Duration() > frame && format != OutputFormat.Gif)
        {
            throw Wrong(string.Create(
                CultureInfo.InvariantCulture, $"it lasts {duration.TotalSeconds:0.###} s instead of {plan.Duration.TotalSeconds:0.###} s"));
        }

        await DecodeAsync(path, format, workFolder, cancellationToken);
        return new RenderedFile(path, new FileInfo(path).Length, width, height, duration, frames, notes);
    }

    private async Task<(int Width, int Height, int Frames, TimeSpan Duration)> ProbeAsync(
        string path, string demuxer, string workFolder, CancellationToken cancellationToken)
    {
        using var output = new MemoryStream();
        await tools.RunAsync(
            new ToolRun
            {
                Tool = MediaTool.Ffprobe,
                Arguments =
                [
                    "-hide_banner", "-v", "error", "-protocol_whitelist", "file,pipe", "-f", demuxer, "-count_packets",
                    "-select_streams", "v:0", "-show_entries", "stream=width,height,nb_read_packets:format=duration",
                    "-of", "json", "-i", "file:" + path,
                ],
                WorkFolder = workFolder,
                Inputs = [path],
                Limits = ToolLimits.Probe,
                Read = (stream, token) => stream.CopyToAsync(output, token),
            },
            cancellationToken);
        using var json = JsonDocument.Parse(output.ToArray());
        var root = json.RootElement;
        if (!root.TryGetProperty("streams", out var streams) || streams.GetArrayLength() == 0)
        {
            throw Wrong("it holds no picture");
        }

        var stream = streams[0];
        return (
            stream.GetProperty("width").GetInt32(),
            stream.GetProperty("height").GetInt32(),
            int.Parse(stream.GetProperty("nb_read_packets").GetString() ?? "0", CultureInfo.InvariantCulture),
            TimeSpan.FromSeconds(double.Parse(root.GetProperty("format").GetProperty("duration").GetString() ?? "0", CultureInfo.InvariantCulture)));
    }

    // Every picture that others build on, from one end to the other, and all of the sound.
    private Task DecodeAsync(string path, OutputFormat format, string workFolder, CancellationToken cancellationToken) => tools.RunAsync(
        new ToolRun
        {
            Tool = MediaTool.Ffmpeg,
            Arguments = new FfmpegArguments()
                .StopAtErrors()
                .Option("skip_frame", "nokey")
                .ForcedInput(Demuxer(format), path, InputGuards.Clip)
                .NoOutput()
                .Build(),
            WorkFolder = workFolder,
            Inputs = [path],
            Limits = ToolLimits.Decode,
        },
        cancellationToken);

    private static string Demuxer(OutputFormat format) => format switch
    {
        OutputFormat.Webm => "matroska",
        OutputFormat.Gif => "gif",
        _ => "mov",
    };

    private static RenderException Wrong(string what) =>
        new("render_failed", $"The rendered file was checked and is not right: {what}. Export it again.");
}
