using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using VideoCreateAi.Studio.Ffmpeg;
using VideoCreateAi.Studio.Rendering;
using VideoCreateAi.Studio.Rendering.Pictures;
using VideoCreateAi.Studio.Rendering.Preview;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Benchmarks;

/// <summary>How long a contact sheet takes: with nothing decoded yet, and again after an edit, when the pictures are known.</summary>
internal sealed class PreviewBenchmark(PictureFiles files, string size, int shots, string title)
{
    // As the studio runs its tools: the fence costs time too.
    private readonly SandboxedToolRunner _tools = new(new ToolOptions(), NullLogger<SandboxedToolRunner>.Instance);

    /// <summary>Draws one sheet or, with a time, one frame, for looking at.</summary>
    public async Task DrawAsync(string output, double? at, int? tiles)
    {
        var folder = Directory.CreateTempSubdirectory("vca-preview-").FullName;
        try
        {
            var preview = new TimelinePreview(_tools, new StillCache(null, TimeProvider.System), new RenderOptions());
            var timeline = Timeline();
            var picture = at is { } seconds
                ? await preview.FrameAsync(timeline, files, TimeSpan.FromSeconds(seconds), null, folder, CancellationToken.None)
                : await preview.SheetAsync(timeline, files, tiles, null, folder, CancellationToken.None);
            await File.WriteAllBytesAsync(output, picture.Jpeg);
            Console.WriteLine(FormattableString.Invariant($"{picture.Width}x{picture.Height}, {picture.Jpeg.Length} bytes, {picture.Times.Count} frames"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    public async Task RunAsync(int rounds)
    {
        Console.WriteLine("| round | first sheet | sheet after an edit | one frame |");
        Console.WriteLine("|---|---|---|---|");
        var first = new List<double>();
        var again = new List<double>();
        var single = new List<double>();
        for (var round = 0; round <= rounds; round++)
        {
            var folder = Directory.CreateTempSubdirectory("vca-preview-").FullName;
            var preview = new TimelinePreview(_tools, new StillCache(Path.Combine(folder, "stills"), TimeProvider.System), new RenderOptions());
            var cold = await MeasureAsync(() => preview.SheetAsync(Timeline(), files, null, null, folder, CancellationToken.None));
            var warm = await MeasureAsync(() => preview.SheetAsync(Timeline() with { FadeIn = TimeSpan.FromSeconds(1) }, files, null, null, folder, CancellationToken.None));
            var frame = await MeasureAsync(() => preview.FrameAsync(Timeline(), files, TimeSpan.FromSeconds(1.5), null, folder, CancellationToken.None));
            Directory.Delete(folder, recursive: true);

            // The first round starts the program, finds fonts and the sandbox.
            if (round == 0)
            {
                Console.WriteLine(FormattableString.Invariant($"| start | {cold:0.00} s | {warm:0.00} s | {frame:0.00} s |"));
                continue;
            }

            first.Add(cold);
            again.Add(warm);
            single.Add(frame);
            Console.WriteLine(FormattableString.Invariant($"| {round} | {cold:0.00} s | {warm:0.00} s | {frame:0.00} s |"));
        }

        Console.WriteLine(FormattableString.Invariant($"| median | {Median(first):0.00} s | {Median(again):0.00} s | {Median(single):0.00} s |"));
    }

    private VideoTimeline Timeline()
    {
        var sides = size.Split('x').Select(side => int.Parse(side, CultureInfo.InvariantCulture)).ToArray();
        return PreviewTimeline.Of(files, new Canvas(sides[0], sides[1]), shots, 3, title);
    }

    private static async Task<double> MeasureAsync<T>(Func<Task<T>> work)
    {
        var began = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(began).TotalSeconds;
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
