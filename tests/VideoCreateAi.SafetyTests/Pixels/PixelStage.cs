using Microsoft.Extensions.Logging.Abstractions;
using VideoCreateAi.Mcp.Hosting.StudioProcess;
using VideoCreateAi.SafetyTests.Media;
using VideoCreateAi.Studio.Audio;
using VideoCreateAi.Studio.Audio.Voice;
using VideoCreateAi.Studio.Ffmpeg;
using VideoCreateAi.Studio.Library;
using VideoCreateAi.Studio.Rendering;
using VideoCreateAi.Studio.Rendering.Chunks;
using VideoCreateAi.Studio.Rendering.Compositing;
using VideoCreateAi.Studio.Rendering.Planning;
using VideoCreateAi.Studio.Rendering.Text;
using VideoCreateAi.Studio.Timeline;
using VideoCreateAi.TestKit;

namespace VideoCreateAi.SafetyTests.Pixels;

/// <summary>The rooms of the studio that turn words into pictures and sound, and a file beside them that nobody is to open.</summary>
internal sealed class PixelStage : IMediaFiles, IDisposable
{
    private const string Secret = "CANARY";

    private readonly TempFolder _folder = new();
    private readonly OpenedFiles _opened;

    public PixelStage()
    {
        var folder = Directory.CreateDirectory(_folder.File("canary")).FullName;
        Canary = Path.Combine(folder, "secret.txt");
        File.WriteAllText(Canary, Secret);
        _opened = new OpenedFiles(folder);
    }

    public string Canary { get; }

    public RenderOptions Options { get; } = new();

    public SandboxedToolRunner Tools { get; } = new(
        new ToolOptions { Lettering = LetteringVerb.Command(), LetteringFolders = LetteringVerb.Folders() }, NullLogger<SandboxedToolRunner>.Instance);

    public string Folder => _folder.Path;

    public MediaFile Get(string id) => throw new KeyNotFoundException();

    public string NewFolder() => Directory.CreateDirectory(_folder.File("work-" + Guid.NewGuid().ToString("N"))).FullName;

    /// <summary>The frames of an export as they are before they are encoded.</summary>
    public async Task ComposeAsync(VideoTimeline timeline, Func<PlanarPicture, RenderPlan, ValueTask> take)
    {
        var settings = Settings(timeline);
        var plan = RenderPlanner.Plan(timeline, settings);
        var scene = new RenderScene(timeline, plan, settings, this, NewFolder());
        await using var frames = scene.Compose([new FrameRange(0, plan.TotalFrames)], Tools, Options, threads: 2, CancellationToken.None);
        await frames.WriteAsync(plan.TotalFrames, (frame, _, _) => take(frame, plan), CancellationToken.None);
    }

    public Task<RenderedFile> ExportAsync(VideoTimeline timeline)
    {
        var audio = Microsoft.Extensions.Options.Options.Create(new AudioOptions { CacheFolder = Directory.CreateDirectory(_folder.File("sounds")).FullName });
        var cache = new SoundCache(audio, TimeProvider.System, NullLogger<SoundCache>.Instance);
        var music = new MusicLibrary(cache, new ScorePlayer(audio, Tools, NullLogger<ScorePlayer>.Instance), new Mastering(Tools), NullLogger<MusicLibrary>.Instance);
        var mixer = new SoundMixer(Tools, music, new VoiceLibrary(cache, Tools, NullLogger<VoiceLibrary>.Instance), cache);
        var renderer = new TimelineRenderer(Tools, mixer, new ChunkCache(null, TimeProvider.System), Options, NullLogger<TimelineRenderer>.Instance);
        return renderer.RenderAsync(timeline, Settings(timeline), this, NewFolder(), new Progress<double>(), CancellationToken.None);
    }

    /// <summary>Lays the letters of a frame's title and caption over each other, drawn another way.</summary>
    public async Task<ExpectedFrame> ExpectAsync(Typesetter typesetter, RenderPlan plan, int frame, IReadOnlyList<HostileTitle> titles)
    {
        var expected = new ExpectedFrame(plan.Canvas.Width, plan.Canvas.Height);
        await LayAsync(TextRole.Title, titles[frame]);
        await LayAsync(TextRole.Caption, titles[TitledDraft.CaptionOf(frame, titles.Count)]);
        return expected;

        async Task LayAsync(TextRole role, HostileTitle title)
        {
            if (title.Shown.Length == 0)
            {
                return;
            }

            var segment = plan.Texts.Single(text => text.Role == role && text.Shows(frame)).Segment;
            var layout = TextLayout.Of(segment, role, plan.Canvas, Options);
            var drawn = await TextRasterizers.Choose(Tools).DrawAsync(layout.Request, Folder, CancellationToken.None);
            var set = SetText.Of(title.Shown, layout.Request, drawn, typesetter);
            var (width, height, pixels) = typesetter.Draw(set.Lines, set.Font, TextInk.OnHighlight, (int)layout.Request.Align, set.Tracking, set.Spacing);
            var (x, y) = layout.Place(width, height, plan.Canvas);
            expected.Lay(pixels, width, (int)Math.Round(x), (int)Math.Round(y));
        }
    }

    /// <summary>The kernel is asked, and then whether it would have told.</summary>
    public async Task AssertUnopenedAsync()
    {
        Assert.False(_opened.Any(), "a file that a text named was opened");
        Assert.Equal(Secret, await File.ReadAllTextAsync(Canary));
        Assert.True(_opened.Any() || !OperatingSystem.IsLinux(), "an opening is not noticed");
    }

    public void Dispose()
    {
        _opened.Dispose();
        _folder.Dispose();
    }

    private static RenderSettings Settings(VideoTimeline timeline) => new(OutputFormat.Mp4, RenderQuality.Best, timeline.Canvas);
}
