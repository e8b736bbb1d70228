using VideoCreateAi.Studio.Rendering;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Benchmarks.Render;

/// <summary>One measured export in a process of its own: it gets ready, says so, waits for a line, exports, says that it is done.</summary>
internal static class RenderCase
{
    public const string Ready = "ready";
    public const string Done = "done";

    /// <param name="name">R1, R2 and R3 with a process that has rendered something else before; R1-start without; R4 after R1; R5 in three presets; draft as a
    /// quick look; clip as the preview of it; photos for its memory.</param>
    /// <param name="media">Ids of pictures or, for R2, of clips.</param>
    public static async Task RunAsync(string name, string folder, string output, IReadOnlyList<string> media)
    {
        await using var studio = new RenderStudio(folder);
        studio.Restore();
        if (name == "R4")
        {
            await studio.RenderAsync(RenderJobs.Promo(media), RenderJobs.Portrait, output);
        }
        else if (name != "R1-start")
        {
            var warm = name == "R2" ? RenderJobs.Clips([media[0]]) : RenderJobs.Short(media);
            await studio.RenderAsync(warm, RenderJobs.Portrait with { Canvas = new Canvas(180, 320) }, output);
        }

        Console.WriteLine(Ready);
        Console.ReadLine();
        foreach (var settings in SettingsOf(name))
        {
            await studio.RenderAsync(TimelineOf(name, media), settings, output);
        }

        Console.WriteLine(Done);
        Console.ReadLine();
    }

    /// <summary>The frames of a case, as they go to the encoder.</summary>
    public static async Task ComposeAsync(string name, string folder, string output, IReadOnlyList<string> media)
    {
        await using var studio = new RenderStudio(folder);
        studio.Restore();
        await studio.ComposeAsync(TimelineOf(name, media), RenderJobs.Portrait, output);
    }

    private static IReadOnlyList<RenderSettings> SettingsOf(string name) => name switch
    {
        "R5" => RenderJobs.ThreePresets,
        "draft" => [RenderJobs.Draft],
        "clip" => [RenderJobs.Clip],
        _ => [RenderJobs.Portrait],
    };

    private static VideoTimeline TimelineOf(string name, IReadOnlyList<string> media) => name switch
    {
        "R2" => RenderJobs.Clips(media),
        "R3" => RenderJobs.Long(media),
        "R4" => RenderJobs.Retitled(media),
        "photos" => RenderJobs.Photographs(media),
        _ => RenderJobs.Promo(media),
    };
}
