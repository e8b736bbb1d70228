using System.Globalization;
using VideoCreateAi.Studio.Ffmpeg;
using VideoCreateAi.Studio.Rendering.Planning;

namespace VideoCreateAi.Studio.Rendering.Encoder;

/// <summary>Looks at a finished file as a stranger would: what is in it, and whether it decodes.</summary>
internal sealed class OutputCheck(IToolRunner tools)
{
    /// <exception cref="RenderException">The file is not what was planned.</exception>
    public async Task<RenderedFile> CheckAsync(
        string path, RenderPlan plan, OutputFormat format, IReadOnlyList<string> notes, string workFolder, CancellationToken cancellationToken)
    {
        var sheet = await ReadAsync(path, format, workFolder, cancellationToken);
        if (sheet.Width != plan.Canvas.Width || sheet.Height != plan.Canvas.Height)
        {
            throw Wrong($"it is {sheet.Width}×{sheet.Height} instead of {plan.Canvas.Width}×{plan.Canvas.Height}");
        }

        if (sheet.Packets != plan.TotalFrames && format != OutputFormat.Gif)
        {
            throw Wrong(string.Create(CultureInfo.InvariantCulture, $"it has {sheet.Packets} frames instead of {plan.TotalFrames}"));
        }

        var frame = TimeSpan.FromSeconds(1.0 / plan.Canvas.FramesPerSecond);
        if ((sheet.Duration - plan.Duration).Duration() > frame && format != OutputFormat.Gif)
        {
            throw Wrong(string.Create(
                CultureInfo.InvariantCulture, $"it lasts {sheet.Duration.TotalSeconds:0.###} s instead of {plan.Duration.TotalSeconds:0.###} s"));
        }

        return new RenderedFile(path, new FileInfo(path).Length, sheet.Width, sheet.Height, sheet.Duration, sheet.Packets, notes);
    }

    // In one go: every picture that others build on and all of the sound are decoded, and the packets of the picture are listed as they are.
    private async Task<PacketSheet> ReadAsync(string path, OutputFormat format, string workFolder, CancellationToken cancellationToken)
    {
        var sheet = new PacketSheet();
        await tools.RunAsync(
            new ToolRun
            {
                Tool = MediaTool.Ffmpeg,
                Arguments = new FfmpegArguments()
                    .StopAtErrors()
                    .Threads(1)
                    .Option("skip_frame", "nokey")
                    // Nobody looks at them, and a stream that is broken is broken without.
                    .Option("skip_loop_filter", "all")
                    .ForcedInput(Demuxer(format), path, InputGuards.Clip)
                    .NoOutput()
                    .Map("0:v:0")
                    .VideoCodec("copy")
                    .PacketListOutput()
                    .Build(),
                WorkFolder = workFolder,
                Inputs = [path],
                Limits = ToolLimits.Decode,
                Read = sheet.ReadAsync,
            },
            cancellationToken);
        return sheet;
    }

    private static string Demuxer(OutputFormat format) => format switch
    {
        OutputFormat.Webm => "matroska",
        OutputFormat.Gif => "gif",
        _ => "mov",
    };

    private static RenderException Wrong(string what) =>
        new("render_failed", $"The rendered file was checked and is not right: {what}. Export it again.");
}
