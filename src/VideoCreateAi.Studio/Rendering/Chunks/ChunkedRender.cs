using System.Security.Cryptography;
using VideoCreateAi.Studio.Ffmpeg;
using VideoCreateAi.Studio.Rendering.Encoder;
using VideoCreateAi.Studio.Rendering.Planning;
using VideoCreateAi.Studio.Rendering.Text;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Rendering.Chunks;

/// <summary>Renders an MP4 or MOV from chunks: those that were encoded before are taken, the others made, and all joined.</summary>
internal sealed class ChunkedRender(IToolRunner tools, ChunkCache cache, RenderOptions options)
{
    private readonly List<string> _joined = [];

    /// <summary>For a file that came out wrong: whichever of its parts is to blame, the next attempt makes all of them anew.</summary>
    public void Forget() => _joined.ForEach(cache.Forget);

    /// <summary>Copies the clips where that is all there is to do.</summary>
    /// <param name="mixing">The sound as a WAV file; null for none.</param>
    /// <returns>False when the clips have to be encoded: <see cref="RunAsync"/> does.</returns>
    public async Task<bool> TryCopyAsync(RenderScene scene, Task<string?> mixing, string output, CancellationToken cancellationToken)
    {
        if (await new ClipCopy(tools).TryAsync(scene, cancellationToken) is not { } pieces)
        {
            return false;
        }

        await JoinAsync(scene, pieces, mixing, output, cancellationToken);
        return true;
    }

    /// <param name="mixing">The sound as a WAV file; null for none.</param>
    /// <param name="progress">Fraction of the frames done.</param>
    public async Task RunAsync(RenderScene scene, Task<string?> mixing, string output, IProgress<double> progress, CancellationToken cancellationToken)
    {
        var ranges = ChunkCutter.Cut(scene.Plan);
        var engine = Engine.Identity(tools);
        var keys = new ChunkKeys(
            scene.Plan, scene.Settings, scene.Timeline.Background, scene.Media, engine, Engine.Fonts(TextRasterizers.Choose(tools).GetType().Name));
        var names = ranges.Select(keys.Of).ToList();
        var files = names.Select((name, i) => cache.TryTake(name, InWorkFolder($"kept{i}.mp4"))).ToArray();
        var missing = Enumerable.Range(0, files.Length).Where(i => files[i] is null).ToList();
        var count = new FrameCount(progress, scene.Plan.TotalFrames, scene.Plan.TotalFrames - missing.Sum(i => ranges[i].Count));
        var encoders = EncodersFor(scene.Plan.Canvas);
        var atOnce = new ParallelOptions { MaxDegreeOfParallelism = encoders, CancellationToken = cancellationToken };
        var shares = ChunkShares.Of(missing, i => ranges[i].Count, encoders);
        await Parallel.ForEachAsync(shares, atOnce, EncodeAsync);

        foreach (var file in files)
        {
            scene.Notes.AddRange(file!.Notes);
        }

        _joined.AddRange(names);
        await JoinAsync(scene, [.. ranges.Zip(files, (range, file) => (range, file!.Path))], mixing, output, cancellationToken);

        async ValueTask EncodeAsync(IReadOnlyList<int> share, CancellationToken token)
        {
            var own = scene with { WorkFolder = Directory.CreateDirectory(InWorkFolder($"from{ranges[share[0]].First}")).FullName };
            await using var frames = own.Compose([.. share.Select(i => ranges[i])], tools, options, threads: 1, token);
            var encoder = new ChunkEncoder(tools, own, frames);
            foreach (var i in share)
            {
                var path = InWorkFolder($"made{i}.mp4");
                File.Move(await encoder.EncodeAsync(ranges[i], count.Add, token), path);
                files[i] = new ChunkFile(path, scene.Notes.Of(ranges[i]));
                cache.Keep(names[i], files[i]!);
            }
        }

        string InWorkFolder(string name) => Path.Combine(scene.WorkFolder, name);
    }

    // The memory of an encoder grows with its picture.
    private int EncodersFor(Canvas canvas) =>
        Math.Clamp(options.Encoders * Canvas.Portrait.Width * Canvas.Portrait.Height / (canvas.Width * canvas.Height), Math.Min(2, options.Encoders), options.Encoders);

    private async Task JoinAsync(
        RenderScene scene, IReadOnlyList<(FrameRange Range, string Path)> pieces, Task<string?> mixing, string output, CancellationToken cancellationToken)
    {
        var sound = await mixing is { } mix ? await EncodeSoundAsync(mix, Engine.Identity(tools), scene.WorkFolder, cancellationToken) : null;
        await new ChunkJoiner(tools, scene.WorkFolder).JoinAsync(scene.Plan, scene.Settings, pieces, sound, output, cancellationToken);
    }

    private async Task<string> EncodeSoundAsync(string mix, string engine, string workFolder, CancellationToken cancellationToken)
    {
        using var key = new ContentKey();
        await using (var samples = File.OpenRead(mix))
        {
            key.Add(engine, "sound", Convert.ToHexString(await SHA256.HashDataAsync(samples, cancellationToken)));
        }

        _joined.Add(key.ToString());
        var path = Path.Combine(workFolder, "sound.mp4");
        if (cache.TryTake(key.ToString(), path) is null)
        {
            await tools.RunAsync(
                new ToolRun
                {
                    Tool = MediaTool.Ffmpeg, Arguments = EncoderArguments.Sound(mix, path), WorkFolder = workFolder, Inputs = [mix], Limits = ToolLimits.Encode,
                },
                cancellationToken);
            cache.Keep(key.ToString(), new ChunkFile(path, []));
        }

        return path;
    }

    /// <summary>Frames done, told in order whoever does them.</summary>
    private sealed class FrameCount(IProgress<double> progress, int total, int done)
    {
        private readonly Lock _lock = new();
        private int _done = done;

        public void Add()
        {
            lock (_lock)
            {
                progress.Report((double)++_done / total);
            }
        }
    }
}
