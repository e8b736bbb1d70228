using VideoCreateAi.Studio.Ffmpeg;
using VideoCreateAi.Studio.Library;
using VideoCreateAi.Studio.Rendering.Compositing;
using VideoCreateAi.Studio.Rendering.Encoder;
using VideoCreateAi.Studio.Rendering.Planning;
using VideoCreateAi.Studio.Rendering.Preview;
using VideoCreateAi.Studio.Rendering.Text;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Rendering.Posters;

/// <summary>Renders one frame of a video at full size: that of a given time, or the one that stands best for the whole.</summary>
internal sealed class PosterRender(IToolRunner tools, RenderOptions options)
{
    // Every one of them is composed.
    private const int MostLookedAt = 12;

    // Composed as large as previews are, so that text is set as in the render; judged smaller.
    private const int ComposedSide = 640;
    private const int JudgedSide = 160;

    public async Task<RenderedFile> RunAsync(RenderScene scene, IProgress<double> progress, CancellationToken cancellationToken)
    {
        var (plan, settings) = (scene.Plan, scene.Settings);
        var at = settings.At ?? await ChooseAsync(scene, cancellationToken);
        progress.Report(0.5);
        PlanarPicture? picture = null;
        await ComposeAsync(scene, plan, [FrameAt(plan, at)], frame => picture = frame, cancellationToken);
        progress.Report(0.8);
        var output = Path.Combine(scene.WorkFolder, "video." + EncoderArguments.Extension(settings.Format));
        await WriteAsync(picture!, settings.Format, output, scene.WorkFolder, cancellationToken);
        await CheckAsync(plan.Canvas, settings.Format, output, scene.WorkFolder, cancellationToken);
        scene.Notes.Add(FormattableString.Invariant($"The picture shows the video at {(double)FrameAt(plan, at) / plan.Canvas.FramesPerSecond:0.0#} s."), cause: null);
        return new RenderedFile(output, new FileInfo(output).Length, plan.Canvas.Width, plan.Canvas.Height, TimeSpan.Zero, 1, scene.Notes.All);
    }

    private async Task<TimeSpan> ChooseAsync(RenderScene scene, CancellationToken cancellationToken)
    {
        var moments = TileChoice.Choose(scene.Timeline, Math.Min(MostLookedAt, TileChoice.CountFor(scene.Timeline)));
        var plan = RenderPlanner.Plan(scene.Timeline, scene.Settings with { Canvas = Shrunk(scene.Plan.Canvas, ComposedSide) });
        var judged = Shrunk(scene.Plan.Canvas, JudgedSide);
        List<double> scores = [];
        await ComposeAsync(
            scene, plan, [.. moments.Select(moment => FrameAt(plan, moment))],
            frame => scores.Add(PosterScore.Of(
                PictureScaler.Shrink(frame, judged.Width, judged.Height), plan.Texts.Where(text => text.Shows(FrameAt(plan, moments[scores.Count]))))),
            cancellationToken);
        return moments[scores.IndexOf(scores.Max())];
    }

    private async Task ComposeAsync(RenderScene scene, RenderPlan plan, IReadOnlyList<int> frames, Action<PlanarPicture> take, CancellationToken cancellationToken)
    {
        var source = new StillFrames(tools, scene.Media, null, TextRasterizers.Choose(tools), options, scene.WorkFolder, scene.Decoding);
        await source.ComposeAsync(scene.Timeline, plan, frames, take, cancellationToken);
        if (source.Missing is [var name, ..])
        {
            throw new RenderException("media_unreadable", $"The file \"{name}\" can no longer be read. Upload it again or remove it.");
        }
    }

    private async Task WriteAsync(PlanarPicture picture, OutputFormat format, string output, string workFolder, CancellationToken cancellationToken)
    {
        var arguments = new FfmpegArguments().RawVideoInput(picture.Width, picture.Height, 1).Map("0:v:0");
        _ = format == OutputFormat.Jpg

            // JPEG knows one kind of colour: BT.601, full range.
            ? arguments.VideoFilter("scale=in_color_matrix=bt709:in_range=tv:out_color_matrix=bt601:out_range=pc,format=yuvj420p").VideoCodec("mjpeg").Option("q:v", 2)
            : arguments.VideoFilter("scale=in_color_matrix=bt709:in_range=tv:out_range=pc,format=rgb24").VideoCodec("png");
        await tools.RunAsync(
            new ToolRun
            {
                Tool = MediaTool.Ffmpeg,
                Arguments = arguments.Frames(1).StripMetadata().Output(format == OutputFormat.Jpg ? "mjpeg" : "image2pipe", output).Build(),
                WorkFolder = workFolder,
                Limits = ToolLimits.Encode,
                Feed = async (stream, token) => await stream.WriteAsync(picture.Frame, token),
            },
            cancellationToken);
    }

    /// <exception cref="RenderException">The file is not one picture of this size.</exception>
    public async Task CheckAsync(Canvas canvas, OutputFormat format, string output, string workFolder, CancellationToken cancellationToken)
    {
        var sheet = new PacketSheet();
        await tools.RunAsync(
            new ToolRun
            {
                Tool = MediaTool.Ffmpeg,
                Arguments = new FfmpegArguments()
                    .StopAtErrors()
                    .ForcedInput((format == OutputFormat.Jpg ? MediaFormats.Jpeg : MediaFormats.Png).Demuxer, output, InputGuards.Picture)
                    .Map("0:v:0").PacketListOutput().Build(),
                WorkFolder = workFolder,
                Inputs = [output],
                Limits = ToolLimits.Decode,
                Read = sheet.ReadAsync,
            },
            cancellationToken);
        if (sheet.Packets != 1 || sheet.Width != canvas.Width || sheet.Height != canvas.Height)
        {
            throw new RenderException("render_failed", $"The rendered picture was checked and is not right: it is {sheet.Width}×{sheet.Height} instead of {canvas.Width}×{canvas.Height}. Export it again.");
        }
    }

    private static int FrameAt(RenderPlan plan, TimeSpan at) => Math.Clamp((int)(at.TotalSeconds * plan.Canvas.FramesPerSecond), 0, plan.TotalFrames - 1);

    private static Canvas Shrunk(Canvas canvas, int longSide)
    {
        var scale = Math.Min(1, (double)longSide / Math.Max(canvas.Width, canvas.Height));
        return canvas with { Width = Even(canvas.Width * scale), Height = Even(canvas.Height * scale) };
    }

    private static int Even(double side) => Math.Max(16, (int)Math.Round(side / 2) * 2);
}
