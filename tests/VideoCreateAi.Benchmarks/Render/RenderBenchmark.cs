using System.Diagnostics;
using System.Globalization;

namespace VideoCreateAi.Benchmarks.Render;

/// <summary>The processor time of exports against x264 alone on the same composed frames, in turns.</summary>
internal sealed class RenderBenchmark(string self, int rounds, IReadOnlyList<string> pictures, IReadOnlyList<string> jobs)
{
    // The frames of one job at a time: 2.8 GB for the promo, 11 GB for two minutes.
    private const string Frames = "/dev/shm/vca-bench.yuv";
    private const int DifferentPictures = 20;

    private static readonly string[] s_rawFrames = ["-f", "rawvideo", "-pix_fmt", "yuv420p", "-video_size", "1080x1920", "-framerate", "30", "-i", Frames];

    private readonly string _folder = Directory.CreateTempSubdirectory("vca-render-").FullName;
    private readonly List<Measured> _measured = [];

    private string Output => Path.Combine(_folder, "out.mp4");

    public async Task RunAsync()
    {
        try
        {
            var media = await PrepareAsync();
            Console.WriteLine(await VersionsAsync());
            if (jobs.Any(job => job is "R1" or "R1-start" or "R4" or "R5" or "draft" or "clip" or "peers" or "remotion"))
            {
                var peers = jobs.Contains("peers") ? await Peers.PrepareAsync(_folder, pictures) : [];
                peers = jobs.Contains("remotion") ? [.. peers, await Peers.RemotionAsync(_folder, pictures)] : peers;
                await RunAsync("R1", [.. jobs.Where(job => job is "R1" or "R1-start" or "R4" or "R5" or "draft" or "clip")], media.Pictures, peers);
            }

            if (jobs.Contains("R2"))
            {
                await RunAsync("R2", ["R2"], media.Clips, []);
            }

            if (jobs.Contains("R3"))
            {
                await RunAsync("R3", ["R3"], media.Pictures, []);
            }

            if (jobs.Contains("photos"))
            {
                var cost = await MeasureCaseAsync("photos", media.Photographs);
                Console.WriteLine(FormattableString.Invariant($"photos: {cost.Seconds:0.0} s of processor, {cost.Clock:0.0} s by the clock, at most {cost.Megabytes:0} MB"));
            }

            Report();
        }
        finally
        {
            File.Delete(Frames);
            Directory.Delete(_folder, recursive: true);
        }
    }

    private async Task RunAsync(string limitOf, IReadOnlyList<string> cases, IReadOnlyList<string> media, IReadOnlyList<Peer> peers)
    {
        // The frames of a longer job would stay behind these.
        File.Delete(Frames);
        await RunToEndAsync("dotnet", [self, "render-frames", limitOf, _folder, Frames, .. media]);
        foreach (var peer in peers)
        {
            // Its own frames without loss first: what its file is held against.
            await RunToEndAsync(peer.Lossless[0], peer.Lossless.Skip(1), peer.WorkFolder);
        }

        for (var round = 1; round <= rounds; round++)
        {
            var limit = await MeasureAsync("ffmpeg", EncodeAlone());
            Note(round, limitOf + " x264 alone", limit, limit, ssim: round == 1 ? await SsimAsync(Output, s_rawFrames) : null);
            foreach (var name in cases)
            {
                var cost = await MeasureCaseAsync(name, media);
                Note(round, name, cost, limit, ssim: round == 1 && name == limitOf ? await SsimAsync(Output, s_rawFrames) : null);
            }

            foreach (var peer in peers.Where(peer => !peer.IsSlow || round == 1))
            {
                var cost = await MeasureAsync(peer.Command[0], peer.Command.Skip(1), peer.WorkFolder);
                Note(round, peer.Name, cost, limit, ssim: round == 1 ? await SsimAsync(peer.Output, ["-i", peer.LosslessOutput]) : null);
            }
        }
    }

    private void Note(int round, string name, Cost cost, Cost limit, double? ssim)
    {
        var seconds = cost.Seconds;
        _measured.Add(new Measured(name, seconds, seconds / limit.Seconds, cost.Clock, cost.Megabytes, ssim));
        Console.WriteLine(FormattableString.Invariant(
            $"round {round}: {name}: {seconds:0.00} s of processor, {seconds / limit.Seconds:0.000} × the limit, {cost.Clock:0.0} s by the clock, at most {cost.Megabytes:0} MB{(ssim is null ? "" : FormattableString.Invariant($", SSIM {ssim:0.0000}"))}"));
    }

    private void Report()
    {
        Console.WriteLine();
        Console.WriteLine($"| median of {rounds} | processor | ratio to the limit | by the clock | most memory | SSIM |");
        Console.WriteLine("|---|---|---|---|---|---|");
        foreach (var group in _measured.GroupBy(one => one.Name))
        {
            var ssim = group.FirstOrDefault(one => one.Ssim is not null)?.Ssim;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {group.Key} | {Median(group.Select(one => one.Seconds)):0.0} s | {Median(group.Select(one => one.Ratio)):0.000} | {Median(group.Select(one => one.Clock)):0.0} s | {group.Max(one => one.Megabytes):0} MB | {ssim:0.0000} |"));
        }
    }

    // What the product itself says to the encoder, in one piece.
    private string[] EncodeAlone() =>
    [
        "-v", "error", "-y", .. s_rawFrames,
        "-c:v", "libx264", "-preset", "veryfast", "-crf", "21", "-g", "60", "-profile:v", "high", Output,
    ];

    private async Task<Cost> MeasureCaseAsync(string name, IReadOnlyList<string> media)
    {
        RenderStudio.ClearCaches(_folder);
        using var group = new ProcessorGroup();
        var start = group.Start("dotnet", [self, "render-case", name, _folder, Output, .. media]);
        start.RedirectStandardInput = true;
        start.RedirectStandardOutput = true;
        using var process = Process.Start(start) ?? throw new InvalidOperationException("The case did not start.");
        var began = Stopwatch.GetTimestamp();
        var before = 0.0;
        await ExpectAsync(process, RenderCase.Ready);
        if (name != "R1-start")
        {
            before = group.Seconds;
            began = Stopwatch.GetTimestamp();
        }

        await process.StandardInput.WriteLineAsync();
        await process.StandardInput.FlushAsync();
        var watch = new MemoryWatch(group);
        await ExpectAsync(process, RenderCase.Done);
        var cost = new Cost(group.Seconds - before, Stopwatch.GetElapsedTime(began).TotalSeconds, await watch.StopAsync());
        await process.StandardInput.WriteLineAsync();
        await process.StandardInput.FlushAsync();
        await process.WaitForExitAsync();
        return cost;
    }

    private static async Task ExpectAsync(Process process, string line)
    {
        if (await process.StandardOutput.ReadLineAsync() != line)
        {
            throw new InvalidOperationException($"A case ended before it said \"{line}\".");
        }
    }

    private static async Task<Cost> MeasureAsync(string program, IEnumerable<string> arguments, string? workFolder = null)
    {
        using var group = new ProcessorGroup();
        var start = group.Start(program, arguments);
        var began = Stopwatch.GetTimestamp();
        var watch = new MemoryWatch(group);
        await RunToEndAsync(start, workFolder);
        return new Cost(group.Seconds, Stopwatch.GetElapsedTime(began).TotalSeconds, await watch.StopAsync());
    }

    private static Task<string> RunToEndAsync(string program, IEnumerable<string> arguments, string? workFolder = null) =>
        RunToEndAsync(new ProcessStartInfo(program, arguments), workFolder);

    private static async Task<string> RunToEndAsync(ProcessStartInfo start, string? workFolder)
    {
        start.WorkingDirectory = workFolder ?? "";
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{start.FileName} did not start.");
        var said = process.StandardOutput.ReadToEndAsync();
        var complained = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? await said + await complained
            : throw new InvalidOperationException($"{string.Join(' ', start.ArgumentList)} ended with {process.ExitCode}: {await complained}");
    }

    private static async Task<double> SsimAsync(string file, IReadOnlyList<string> reference)
    {
        var said = await RunToEndAsync("ffmpeg", ["-hide_banner", "-i", file, .. reference, "-lavfi", "[0:v]settb=1/30,setpts=N[a];[1:v]format=yuv420p,settb=1/30,setpts=N[b];[a][b]ssim", "-f", "null", "-"]);
        var at = said.LastIndexOf("All:", StringComparison.Ordinal);
        return double.Parse(said[(at + 4)..].Split(' ')[0], CultureInfo.InvariantCulture);
    }

    private async Task<(IReadOnlyList<string> Pictures, IReadOnlyList<string> Clips, IReadOnlyList<string> Photographs)> PrepareAsync()
    {
        await using var studio = new RenderStudio(_folder);
        var ids = new List<string>();
        foreach (var picture in pictures)
        {
            ids.Add(await studio.AddAsync(picture));
        }

        if (jobs.Contains("R3"))
        {
            for (var i = pictures.Count; i < DifferentPictures; i++)
            {
                ids.Add(await studio.AddAsync(await AnotherOfAsync(pictures[i % pictures.Count], i)));
            }
        }

        var clips = new List<string>();
        for (var i = 0; i < 3 && jobs.Contains("R2"); i++)
        {
            clips.Add(await studio.AddAsync(await ClipOfAsync(studio, ids[i], i)));
        }

        var photographs = new List<string>();
        for (var i = 0; i < DifferentPictures && jobs.Contains("photos"); i++)
        {
            photographs.Add(await studio.AddAsync(await PhotographAsync(i)));
        }

        return (ids, clips, photographs);
    }

    // Another corner of the picture, every other one mirrored.
    private async Task<string> AnotherOfAsync(string picture, int number)
    {
        var path = Path.Combine(_folder, $"picture{number}.jpg");
        var corner = number / pictures.Count;
        var filter = FormattableString.Invariant($"crop=iw*0.8:ih*0.8:{(corner % 2 == 0 ? "0" : "iw-ow")}:{(corner < 2 ? "0" : "ih-oh")}{(corner == 1 ? ",hflip" : "")},format=yuvj444p");
        await RunToEndAsync("ffmpeg", ["-v", "error", "-y", "-i", picture, "-vf", filter, "-frames:v", "1", "-q:v", "2", path]);
        return path;
    }

    // 24 megapixels with as much noise as a camera's at dusk.
    private async Task<string> PhotographAsync(int number)
    {
        var path = Path.Combine(_folder, $"photograph{number}.jpg");
        var filter = FormattableString.Invariant($"scale=6000:4000:flags=bicubic,noise=alls=12:all_seed={number},format=yuvj420p");
        await RunToEndAsync("ffmpeg", ["-v", "error", "-y", "-i", pictures[number % pictures.Count], "-vf", filter, "-frames:v", "1", "-q:v", "2", path]);
        return path;
    }

    // 10 s that move, with a key picture every two seconds and a tone.
    private async Task<string> ClipOfAsync(RenderStudio studio, string picture, int number)
    {
        var frames = Path.Combine(_folder, "moving.mp4");
        await studio.RenderAsync(RenderJobs.Moving(picture), RenderJobs.Portrait, frames);
        var path = Path.Combine(_folder, $"clip{number}.mp4");
        await RunToEndAsync("ffmpeg", [
            "-v", "error", "-y", "-i", frames, "-f", "lavfi", "-i", FormattableString.Invariant($"sine=frequency={220 + 110 * number}:sample_rate=48000:duration=10"),
            "-map", "0:v", "-map", "1:a", "-c:v", "copy", "-c:a", "aac", "-shortest", path,
        ]);
        return path;
    }

    private static async Task<string> VersionsAsync()
    {
        var ffmpeg = (await RunToEndAsync("ffmpeg", ["-version"])).Split('\n')[0];
        return $"{ffmpeg}; .NET {Environment.Version}; {Environment.ProcessorCount} cores";
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }

    private sealed record Cost(double Seconds, double Clock, double Megabytes);

    private sealed record Measured(string Name, double Seconds, double Ratio, double Clock, double Megabytes, double? Ssim);
}
