using System.Security.Cryptography;
using VideoCreateAi.Studio.Ffmpeg;
using VideoCreateAi.Studio.Rendering.Encoder;
using VideoCreateAi.Studio.Rendering.Text;

namespace VideoCreateAi.Studio.Rendering.Chunks;

/// <summary>Renders an MP4 or MOV from chunks: those that were encoded before are taken, the others made, and all joined.</summary>
internal sealed class ChunkedRender(IToolRunner tools, ChunkCache cache, RenderOptions options)
{
    private readonly List<string> _joined = [];

    /// <summary>For a file that came out wrong: whichever of its parts is to blame, the next attempt makes all of them anew.</summary>
    public void Forget() => _joined.ForEach(cache.Forget);

    /// <param name="mixing">The sound as a WAV file; null for none.</param>
    /// <param name="progress">Fraction of the frames done.</param>
    public async Task RunAsync(RenderScene scene, Task<string?> mixing, string output, IProgress<double> progress, CancellationToken cancellationToken)
    {
        var ranges = ChunkCutter.Cut(scene.Plan);
        var engine = Engine.Identity(tools);
        var keys = new ChunkKeys(
            scene.Plan, scene.Settings, scene.Timeline.Background, scene.Media, engine, Engine.Fonts(TextRasterizers.Choose(tools).GetType().Name));
        var names = ranges.Select(keys.Of).ToList();
        var files = names.Select((name, i) => cache.TryTake(name, InWorkFolder($"kept{i}"))).ToArray();
        var missing = Enumerable.Range(0, files.Length).Where(i => files[i] is null).ToList();
        var done = scene.Plan.TotalFrames - missing.Sum(i => ranges[i].Count);
        if (missing.Count > 0)
        {
            var wanted = missing.Select(i => ranges[i]).ToList();
            await using var frames = scene.Compose(wanted, tools, options, cancellationToken);
            await new ChunkEncoder(tools, scene.Plan, scene.Settings, frames, scene.WorkFolder)
                .EncodeAsync(wanted, () => progress.Report((double)++done / scene.Plan.TotalFrames), Keep, cancellationToken);
        }

        foreach (var file in files)
        {
            scene.Notes.AddRange(file!.Notes);
        }

        var sound = await mixing is { } mix ? await EncodeSoundAsync(mix, engine, scene.WorkFolder, cancellationToken) : null;
        _joined.AddRange(names);
        await new ChunkJoiner(tools, scene.WorkFolder).JoinAsync(
            scene.Plan, scene.Settings.Format, [.. ranges.Zip(files, (range, file) => (range, file!.Path))], sound, output, cancellationToken);

        void Keep(int number, string path)
        {
            var i = missing[number];
            files[i] = new ChunkFile(path, scene.Notes.Of(ranges[i]));
            cache.Keep(names[i], files[i]!);
        }

        string InWorkFolder(string name) => Path.Combine(scene.WorkFolder, name + ".mp4");
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
}
