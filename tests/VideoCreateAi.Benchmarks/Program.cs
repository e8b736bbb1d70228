using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using Microsoft.Extensions.Logging.Abstractions;
using VideoCreateAi.Benchmarks;
using VideoCreateAi.Studio.Ffmpeg;
using VideoCreateAi.Studio.Rendering;
using VideoCreateAi.Studio.Rendering.Chunks;
using VideoCreateAi.Studio.Rendering.Compositing;
using VideoCreateAi.Studio.Rendering.Pictures;
using VideoCreateAi.Studio.Rendering.Planning;
using VideoCreateAi.Studio.Rendering.Text;
using VideoCreateAi.Studio.Timeline;

// bwrap does not wait for its children, so their time would be lost to getrusage: limits alone here.
var tools = new SandboxedToolRunner(new ToolOptions { Sandbox = SandboxMode.Off }, NullLogger<SandboxedToolRunner>.Instance);
switch (args)
{
    case ["export", var seconds, var rounds, .. var pictures]:
        await new ExportBenchmark(Assembly.GetExecutingAssembly().Location, pictures, Number(seconds), (int)Number(rounds)).RunAsync();
        return 0;

    case ["render", var output, var seconds, var transition, var fit, var size, var title, .. var pictures]:
        await RenderAsync(output, Number(seconds), transition, Enum.Parse<Fit>(fit, ignoreCase: true), size, title, pictures);
        return 0;

    case ["compose", var output, var seconds, .. var pictures]:
        await ComposeAsync(output, Number(seconds), pictures);
        return 0;

    case ["preview", var rounds, var shots, var size, .. var media]:
        var copies = Directory.CreateTempSubdirectory("vca-copies-").FullName;
        await new PreviewBenchmark(await OpenAsync(media, copies), size, (int)Number(shots), "Urban Dreams").RunAsync((int)Number(rounds));
        Directory.Delete(copies, recursive: true);
        return 0;

    case ["sheet", var output, var shots, var size, var title, .. var media]:
        await new PreviewBenchmark(await OpenAsync(media), size, (int)Number(shots), title).DrawAsync(output, at: null, tiles: null);
        return 0;

    case ["frame", var output, var at, var shots, var size, var title, .. var media]:
        await new PreviewBenchmark(await OpenAsync(media), size, (int)Number(shots), title).DrawAsync(output, Number(at), tiles: null);
        return 0;

    case ["start", var rounds, var server, .. var rival]:
        await new StartBenchmark(server, rival, (int)Number(rounds)).RunAsync();
        return 0;

    case ["memory"]:
        return await new MemoryBenchmark(Assembly.GetExecutingAssembly().Location).RunAsync();

    case ["memory-backend"]:
        await MemoryBackend.RunAsync();
        return 0;

    case ["memory-case", var name, var address, var isLarge]:
        Console.WriteLine((await MemoryCase.RunAsync(name, new Uri(address), isLarge == "1")).ToString(CultureInfo.InvariantCulture));
        return 0;

    default:
        Console.Error.WriteLine(
            """
            export <seconds> <rounds> pictures…                                     a whole export against x264 alone
            render <out.mp4> <seconds> <transition> <fit> <WxH> <title> pictures…   the same video, for looking at
            compose <out.yuv> <seconds> pictures…                                   its frames without an encoder
            preview <rounds> <shots> <WxH> media…                                   contact sheets by the clock, cold and after an edit
            sheet <out.jpg> <shots> <WxH> <title> media…                            one of them, for looking at
            frame <out.jpg> <seconds> <shots> <WxH> <title> media…                  one frame of it
            start <rounds> <server.dll> <another server's command…>                 the start of the server by the clock, in turns with another's
            memory                                                                  what large uploads, streams and downloads cost the gateway
            """);
        return 2;
}

async Task RenderAsync(string output, double seconds, string transition, Fit fit, string size, string title, string[] pictures)
{
    var files = await OpenAsync(pictures);
    var sides = size.Split('x').Select(side => int.Parse(side, CultureInfo.InvariantCulture)).ToArray();
    var timeline = PromoTimeline.Of(files.Ids, TimeSpan.FromSeconds(seconds), transition, fit, title);
    var renderer = new TimelineRenderer(tools, new SilentMixer(), new ChunkCache(null, TimeProvider.System), new RenderOptions(), NullLogger<TimelineRenderer>.Instance);
    var folder = Directory.CreateTempSubdirectory("vca-bench-").FullName;
    var began = Stopwatch.GetTimestamp();
    var file = await renderer.RenderAsync(
        timeline, new RenderSettings(OutputFormat.Mp4, RenderQuality.Good, new Canvas(sides[0], sides[1])), files, folder,
        new Progress<double>(), CancellationToken.None);
    File.Move(file.Path, output, overwrite: true);
    Directory.Delete(folder, recursive: true);
    Console.WriteLine(FormattableString.Invariant(
        $"{file.Frames} frames, {file.Duration.TotalSeconds:0.000} s, {file.Width}x{file.Height}, {file.Bytes} bytes, {Stopwatch.GetElapsedTime(began).TotalSeconds:0.0} s by the clock"));
    foreach (var note in file.Notes)
    {
        Console.WriteLine("note: " + note);
    }
}

async Task ComposeAsync(string output, double seconds, string[] pictures)
{
    var files = await OpenAsync(pictures);
    var timeline = PromoTimeline.Of(files.Ids, TimeSpan.FromSeconds(seconds), "crossfade", Fit.Cover, "Urban Dreams");
    var plan = RenderPlanner.Plan(timeline, new RenderSettings(OutputFormat.Mp4, RenderQuality.Good, Canvas.Portrait));
    var options = new RenderOptions();
    var folder = Directory.CreateTempSubdirectory("vca-bench-").FullName;
    await using (var pipeline = new FramePipeline(
        plan, [new FrameRange(0, plan.TotalFrames)], new ShotSchedule(plan, new ShotFactory(tools, files, plan.Canvas, folder, new RenderNotes()), CancellationToken.None),
        new TextLayer(plan, TextRasterizers.Choose(tools), folder, options, new RenderNotes()), YuvColor.Black, options.ComposerThreads, CancellationToken.None))
    {
        await using var stream = new FileStream(output, FileMode.OpenOrCreate, FileAccess.Write, FileShare.Read, bufferSize: 0);
        await pipeline.WriteAsync(plan.TotalFrames, (frame, token) => stream.WriteAsync(frame.Frame, token), CancellationToken.None);
    }

    Directory.Delete(folder, recursive: true);
}

async Task<PictureFiles> OpenAsync(string[] pictures, string? copies = null)
{
    var files = new PictureFiles();
    foreach (var picture in pictures)
    {
        await files.AddAsync(picture, tools, copies);
    }

    return files;
}

static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
