using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using VideoCreateAi.Benchmarks;
using VideoCreateAi.Studio.Ffmpeg;
using VideoCreateAi.Studio.Rendering;
using VideoCreateAi.Studio.Timeline;

// render <out.mp4> <seconds> <transition> <fit> <WxH> <title> pictures… : the promo, for looking at
if (args is ["render", var output, var seconds, var transition, var fit, var size, var title, .. var pictures])
{
    var tools = new SandboxedToolRunner(new ToolOptions(), NullLogger<SandboxedToolRunner>.Instance);
    var files = new PictureFiles();
    foreach (var picture in pictures)
    {
        await files.AddAsync(picture, tools);
    }

    var sides = size.Split('x').Select(side => int.Parse(side, CultureInfo.InvariantCulture)).ToArray();
    var timeline = PromoTimeline.Of(
        files.Ids, TimeSpan.FromSeconds(double.Parse(seconds, CultureInfo.InvariantCulture)), transition, Enum.Parse<Fit>(fit, ignoreCase: true), title);
    var renderer = new TimelineRenderer(tools, new SilentMixer(), new RenderOptions(), NullLogger<TimelineRenderer>.Instance);
    var folder = Directory.CreateTempSubdirectory("vca-bench-").FullName;
    var began = Stopwatch.GetTimestamp();
    var file = await renderer.RenderAsync(
        timeline, new RenderSettings(OutputFormat.Mp4, RenderQuality.Good, new Canvas(sides[0], sides[1])), files, folder,
        new Progress<double>(), CancellationToken.None);
    File.Move(file.Path, output, overwrite: true);
    Directory.Delete(folder, recursive: true);
    var used = Process.GetCurrentProcess().TotalProcessorTime;
    Console.WriteLine(FormattableString.Invariant(
        $"{file.Frames} frames, {file.Duration.TotalSeconds:0.000} s, {file.Width}x{file.Height}, {file.Bytes} bytes; wall {Stopwatch.GetElapsedTime(began).TotalSeconds:0.0} s, this process {used.TotalSeconds:0.0} s"));
    foreach (var note in file.Notes)
    {
        Console.WriteLine("note: " + note);
    }

    return 0;
}

Console.Error.WriteLine("usage: render <out.mp4> <seconds> <transition> <fit> <WxH> <title> pictures…");
return 2;
