using System.Globalization;
using System.Text;
using VideoCreateAi.Studio.Ffmpeg;

namespace VideoCreateAi.Studio.Checkup;

/// <summary>ffmpeg and ffprobe: where they are, how old, and whether they can do what the studio asks of them.</summary>
internal sealed class ProgramCheck(IToolRunner runner, ToolOptions options, string workFolder)
{
    /// <summary>Older ones are not tried.</summary>
    private static readonly Version s_tried = new(5, 1);

    public async Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancellationToken)
    {
        if (runner.PathOf(MediaTool.Ffmpeg) is not { } ffmpeg)
        {
            return [NotFound("ffmpeg"), Probe(null)];
        }

        try
        {
            return
            [
                await VersionAsync(ffmpeg, cancellationToken),
                Probe(ffmpeg),
                FfmpegNeeds.Encoders.Compare("encoders", await NamesAsync("-encoders", cancellationToken)),
                FfmpegNeeds.Decoders.Compare("decoders", await NamesAsync("-decoders", cancellationToken)),
                FfmpegNeeds.Filters.Compare("filters", await NamesAsync("-filters", cancellationToken)),
            ];
        }
        catch (ToolFailedException failure)
        {
            return [new("ffmpeg", FindingState.Missing, $"{ffmpeg} does not run: {failure.Message}"), Probe(ffmpeg)];
        }
    }

    private async Task<Finding> VersionAsync(string path, CancellationToken cancellationToken)
    {
        var words = (await OutputAsync("-version", cancellationToken)).Split(' ', 4, StringSplitOptions.RemoveEmptyEntries);
        var told = words.Length > 2 ? words[2] : "?";
        return FfmpegNeeds.VersionOf(told) is { } version && version < s_tried
            ? new("ffmpeg", FindingState.Warning, $"{told} at {path}; {s_tried} is the oldest that is tried")
            : new("ffmpeg", FindingState.Ok, $"{told} at {path}");
    }

    private Finding Probe(string? ffmpeg) => runner.PathOf(MediaTool.Ffprobe) switch
    {
        null => NotFound("ffprobe"),
        var path when ffmpeg is null || Path.GetDirectoryName(path) == Path.GetDirectoryName(ffmpeg) => new("ffprobe", FindingState.Ok, path),
        var path => new("ffprobe", FindingState.Warning, $"{path} does not lie beside ffmpeg: the two may be of different versions"),
    };

    private Finding NotFound(string name) => options.FfmpegPath is { } configured
        ? new(name, FindingState.Missing, $"not found: VIDEOCREATEAI_FFMPEG names {configured}", "correct VIDEOCREATEAI_FFMPEG, or leave it out")
        : new(name, FindingState.Missing, string.Create(
            CultureInfo.InvariantCulture, $"not found in {options.SearchPath.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).Length} folders: PATH and where package managers put programs"));

    // A line of its lists: flags, name, what it is.
    private async Task<HashSet<string>> NamesAsync(string list, CancellationToken cancellationToken) =>
    [
        .. (await OutputAsync(list, cancellationToken)).Split('\n')
            .Select(line => line.Split(' ', 3, StringSplitOptions.RemoveEmptyEntries))
            .Where(words => words.Length > 1)
            .Select(words => words[1]),
    ];

    private async Task<string> OutputAsync(string question, CancellationToken cancellationToken)
    {
        using var output = new MemoryStream();
        await runner.RunAsync(
            new ToolRun
            {
                Tool = MediaTool.Ffmpeg,
                Arguments = question == "-version" ? [question] : ["-hide_banner", question],
                WorkFolder = workFolder,
                Read = (stream, token) => stream.CopyToAsync(output, token),
            },
            cancellationToken);
        return Encoding.UTF8.GetString(output.ToArray());
    }
}
