using System.Globalization;
using System.Text;
using VideoCreateAi.Studio.Ffmpeg;
using VideoCreateAi.Studio.Rendering.Encoder;
using VideoCreateAi.Studio.Rendering.Planning;

namespace VideoCreateAi.Studio.Rendering.Chunks;

/// <summary>Puts encoded chunks and encoded sound together into one file, without touching either.</summary>
internal sealed class ChunkJoiner(IToolRunner tools, string workFolder)
{
    /// <param name="chunks">In order, in the work folder.</param>
    /// <param name="sound">Null = a silent file without a sound stream.</param>
    public async Task JoinAsync(
        RenderPlan plan, RenderSettings settings, IReadOnlyList<(FrameRange Range, string Path)> chunks, string? sound, string output, CancellationToken cancellationToken)
    {
        var list = Path.Combine(workFolder, "chunks.txt");
        var lines = new StringBuilder("ffconcat version 1.0\n");
        foreach (var (range, path) in chunks)
        {
            // Names of ours, without a letter that the list would read otherwise. Where a chunk ends is said and not left to its last frame.
            var seconds = (double)range.Count / plan.Canvas.FramesPerSecond;
            lines.Append(CultureInfo.InvariantCulture, $"file {Path.GetFileName(path)}\nduration {seconds:0.######}\n");
        }

        await File.WriteAllTextAsync(list, lines.ToString(), cancellationToken);
        await tools.RunAsync(
            new ToolRun
            {
                Tool = MediaTool.Ffmpeg,
                Arguments = EncoderArguments.Join(settings, list, sound, output),
                WorkFolder = workFolder,
                Limits = ToolLimits.Encode,
            },
            cancellationToken);
    }
}
