using Microsoft.Extensions.DependencyInjection;
using VideoCreateAi.Mcp.Hosting.StudioProcess;
using VideoCreateAi.Studio;
using VideoCreateAi.Studio.Audio;
using VideoCreateAi.Studio.Ffmpeg;
using VideoCreateAi.Studio.Library;
using VideoCreateAi.Studio.Rendering;
using VideoCreateAi.Studio.Rendering.Chunks;
using VideoCreateAi.Studio.Rendering.Encoder;
using VideoCreateAi.Studio.Rendering.Parts;
using VideoCreateAi.Studio.Rendering.Planning;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Benchmarks.Render;

/// <summary>What renders in a studio, set up as the studio sets it up: tools in their sandbox, caches written below its folder.</summary>
internal sealed class RenderStudio : IAsyncDisposable
{
    private readonly string _folder;
    private readonly ServiceProvider _services;

    public RenderStudio(string folder)
    {
        _folder = folder;
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(TimeProvider.System);
        StudioHost.AddMediaTools(
            services,
            new StudioOptions
            {
                DataFolder = folder,
                ProductVersion = "benchmark",
                ToolPath = Environment.GetEnvironmentVariable("PATH"),
                Lettering = LetteringVerb.Command(),
                LetteringFolders = LetteringVerb.Folders(),
            });
        _services = services.BuildServiceProvider();
    }

    /// <summary>As a worker of a farm has it.</summary>
    public PartRenderer Parts => new(Tools, Mixer, _services.GetRequiredService<ChunkCache>(), new RenderOptions());

    /// <summary>As a node of a farm has it that answers.</summary>
    public ArtifactProbe Probe => new(Tools, Mixer, new RenderOptions());

    public MediaLibrary Library => _services.GetRequiredService<MediaLibrary>();

    private IToolRunner Tools => _services.GetRequiredService<IToolRunner>();

    private ISoundMixer Mixer => _services.GetRequiredService<ISoundMixer>();

    /// <returns>The id of the file.</returns>
    public async Task<string> AddAsync(string path)
    {
        await using var content = File.OpenRead(path);
        return (await Library.AddAsync(Path.GetFileName(path), content, content.Length, CancellationToken.None)).Id;
    }

    /// <summary>Knows what an earlier process added.</summary>
    public void Restore() => Library.RestoreAll();

    public async Task<RenderedFile> RenderAsync(VideoTimeline timeline, RenderSettings settings, string output)
    {
        var work = Directory.CreateTempSubdirectory("vca-bench-").FullName;
        try
        {
            var file = await _services.GetRequiredService<IRenderer>().RenderAsync(
                timeline, settings, Library, work, new Progress<double>(), CancellationToken.None);
            File.Move(file.Path, output, overwrite: true);
            return file;
        }
        finally
        {
            Directory.Delete(work, recursive: true);
        }
    }

    /// <summary>Writes the composed frames as they are.</summary>
    public async Task ComposeAsync(VideoTimeline timeline, RenderSettings settings, string output)
    {
        var plan = RenderPlanner.Plan(timeline, settings);
        var work = Directory.CreateTempSubdirectory("vca-bench-").FullName;
        try
        {
            await using var frames = new RenderScene(timeline, plan, settings, Library, work)
                .Compose([new FrameRange(0, plan.TotalFrames)], Tools, new RenderOptions(), threads: 2, CancellationToken.None);
            await using var stream = new FileStream(output, FileMode.OpenOrCreate, FileAccess.Write, FileShare.Read, bufferSize: 0);
            await frames.WriteAsync(plan.TotalFrames, (frame, _, token) => stream.WriteAsync(frame.Frame, token), CancellationToken.None);
        }
        finally
        {
            Directory.Delete(work, recursive: true);
        }
    }

    /// <summary>Drops all that renders have kept.</summary>
    public static void ClearCaches(string folder)
    {
        var cache = new StudioOptions { DataFolder = folder, ProductVersion = "benchmark" }.CacheFolder;
        if (Directory.Exists(cache))
        {
            Directory.Delete(cache, recursive: true);
        }
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
