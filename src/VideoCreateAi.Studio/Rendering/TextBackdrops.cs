using System.Collections.Concurrent;
using VideoCreateAi.Studio.Ffmpeg;
using VideoCreateAi.Studio.Rendering.Compositing;
using VideoCreateAi.Studio.Rendering.Pictures;
using VideoCreateAi.Studio.Rendering.Planning;
using VideoCreateAi.Studio.Rendering.Preview;
using VideoCreateAi.Studio.Rendering.Text;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Rendering;

/// <summary>What is to be seen behind each text of a render, composed small at a few moments of its time. Which moments is decided by
/// the text and the shots behind it alone: every part of a render sees the same.</summary>
internal sealed class TextBackdrops
{
    /// <summary>The longer side. A stroke of a title is two pixels wide on it.</summary>
    public const int Side = 320;

    private const int MostMoments = 6;
    private const int TitleMoments = 3;

    private readonly ConcurrentDictionary<PlannedText, Lazy<Task<IReadOnlyList<PlanarPicture>>>> _pictures = [];

    public Task<IReadOnlyList<PlanarPicture>> OfAsync(
        PlannedText text, RenderScene scene, IToolRunner tools, RenderOptions options, CancellationToken cancellationToken) =>
        _pictures.GetOrAdd(text, _ => new(() => ComposeAsync(text, scene, tools, options, cancellationToken))).Value;

    /// <summary>The size of such a picture.</summary>
    public static Canvas Shrunk(Canvas canvas)
    {
        var scale = Math.Min(1, (double)Side / Math.Max(canvas.Width, canvas.Height));
        return canvas with { Width = Even(canvas.Width * scale), Height = Even(canvas.Height * scale) };
    }

    /// <summary>In the middle of each shot that the text is shown over; over a single one a title, which is looked at longer, is judged
    /// at three moments.</summary>
    public static IReadOnlyList<int> Moments(RenderPlan plan, PlannedText text)
    {
        var borders = plan.Tracks.SelectMany(track => track.Shots).SelectMany(shot => new[] { shot.First, shot.End })
            .Where(frame => frame > text.First && frame < text.End)
            .Append(text.First).Append(text.End).Distinct().Order().ToList();
        var parts = borders.Zip(borders.Skip(1), (first, end) => new FrameRange(first, end)).ToList();
        if (parts is [var whole] && text.Role == TextRole.Title)
        {
            parts = [.. Enumerable.Range(0, TitleMoments).Select(i => Part(whole, i, TitleMoments))];
        }

        return [.. parts.OrderByDescending(part => part.Count).ThenBy(part => part.First).Take(MostMoments)
            .Select(part => (part.First + part.End) / 2).Distinct().Order()];
    }

    private static async Task<IReadOnlyList<PlanarPicture>> ComposeAsync(
        PlannedText text, RenderScene scene, IToolRunner tools, RenderOptions options, CancellationToken cancellationToken)
    {
        // What fades the video in and out fades its texts as well.
        var bare = scene.Timeline with { TextTracks = [], FadeIn = TimeSpan.Zero, FadeOut = TimeSpan.Zero };
        var plan = scene.Plan with { Canvas = Shrunk(scene.Plan.Canvas), Texts = [], FadeInFrames = 0, FadeOutFrames = 0 };
        var folder = Directory.CreateDirectory(Path.Combine(scene.WorkFolder, "behind")).FullName;
        var frames = new StillFrames(
            tools, scene.Media, new StillCache(folder, TimeProvider.System), TextRasterizers.Choose(tools), options, scene.WorkFolder, scene.Decoding);
        List<PlanarPicture> pictures = [];
        await frames.ComposeAsync(bare, plan, Moments(plan, text), frame => pictures.Add(Copy(frame)), cancellationToken);
        return pictures;
    }

    private static PlanarPicture Copy(PlanarPicture frame)
    {
        var copy = new PlanarPicture(frame.Width, frame.Height);
        copy.CopyFrom(frame);
        return copy;
    }

    private static FrameRange Part(FrameRange whole, int index, int count) =>
        new(whole.First + whole.Count * index / count, whole.First + whole.Count * (index + 1) / count);

    private static int Even(double value) => Math.Max(16, (int)Math.Round(value / 2) * 2);
}
