using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using Microsoft.Extensions.Logging.Abstractions;
using VideoCreateAi.Benchmarks;
using VideoCreateAi.Benchmarks.Capacity;
using VideoCreateAi.Benchmarks.Render;
using VideoCreateAi.Benchmarks.Routing;
using VideoCreateAi.Studio.Ffmpeg;
using VideoCreateAi.Studio.Timeline;

switch (args)
{
    case ["render", .. var options]:
        await RenderAsync(options);
        return 0;

    case ["render-case", var name, var folder, var output, .. var media]:
        await RenderCase.RunAsync(name, folder, output, media);
        return 0;

    case ["render-frames", var name, var folder, var output, .. var media]:
        await RenderCase.ComposeAsync(name, folder, output, media);
        return 0;

    case ["video", var output, var seconds, var transition, var fit, var size, var title, .. var pictures]:
        await DrawAsync(output, Number(seconds), transition, Enum.Parse<Fit>(fit, ignoreCase: true), size, title, pictures);
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

    case ["capacity", .. var times]:
        await CapacityBenchmark.RunAsync(times);
        return 0;

    case ["router"]:
        RouterBenchmark.Run();
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
            render [<rounds> [<R1,R1-start,R2,R3,R4,R5,draft,clip,photos,peers,remotion> [pictures…]]]  whole exports against x264 alone, and against other programs
            video <out.mp4> <seconds> <transition> <fit> <WxH> <title> pictures…    one video, for looking at
            preview <rounds> <shots> <WxH> media…                                   contact sheets by the clock, cold and after an edit
            sheet <out.jpg> <shots> <WxH> <title> media…                            one of them, for looking at
            frame <out.jpg> <seconds> <shots> <WxH> <title> media…                  one frame of it
            start <rounds> <server.dll> <another server's command…>                 the start of the server by the clock, in turns with another's
            capacity [<whole,cut,part,sound,join,review as fixed+persecond>]        a simulated farm: how many places for work, what the database bears
            router                                                                  what it costs to read a message in five languages
            memory                                                                  what large uploads, streams and downloads cost the gateway
            """);
        return 2;
}

async Task RenderAsync(string[] options)
{
    var pictures = options.Length > 2 ? options[2..] : Directory.GetFiles(Path.Combine(Repository.Folder(), "samples", "pictures")).Order(StringComparer.Ordinal).ToArray();
    var jobs = (options.Length > 1 ? options[1] : "R1,R1-start,R2,R3,R4,R5,peers").Split(',');
    await new RenderBenchmark(
        Assembly.GetExecutingAssembly().Location, options.Length > 0 ? (int)Number(options[0]) : 5, [.. pictures.Select(Path.GetFullPath)], jobs).RunAsync();
}

async Task DrawAsync(string output, double seconds, string transition, Fit fit, string size, string title, string[] pictures)
{
    var folder = Directory.CreateTempSubdirectory("vca-bench-").FullName;
    await using (var studio = new RenderStudio(folder))
    {
        var ids = new List<string>();
        foreach (var picture in pictures)
        {
            ids.Add(await studio.AddAsync(picture));
        }

        var sides = size.Split('x').Select(side => int.Parse(side, CultureInfo.InvariantCulture)).ToArray();
        var began = Stopwatch.GetTimestamp();
        var file = await studio.RenderAsync(
            PromoTimeline.Of(ids, TimeSpan.FromSeconds(seconds), transition, fit, title),
            RenderJobs.Portrait with { Canvas = new Canvas(sides[0], sides[1]) }, output);
        Console.WriteLine(FormattableString.Invariant(
            $"{file.Frames} frames, {file.Duration.TotalSeconds:0.000} s, {file.Width}x{file.Height}, {file.Bytes} bytes, {Stopwatch.GetElapsedTime(began).TotalSeconds:0.0} s by the clock"));
        foreach (var note in file.Notes)
        {
            Console.WriteLine("note: " + note);
        }
    }

    Directory.Delete(folder, recursive: true);
}

async Task<PictureFiles> OpenAsync(string[] pictures, string? copies = null)
{
    var tools = new SandboxedToolRunner(new ToolOptions { Sandbox = SandboxMode.Off }, NullLogger<SandboxedToolRunner>.Instance);
    var files = new PictureFiles();
    foreach (var picture in pictures)
    {
        await files.AddAsync(picture, tools, copies);
    }

    return files;
}

static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
