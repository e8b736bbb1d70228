using VideoCreateAi.Studio.Rendering.Planning;

namespace VideoCreateAi.Studio.Rendering.Chunks;

/// <summary>Where a video is cut into chunks that are encoded by themselves: where a shot or a text begins or ends, so that an edit
/// touches few of them.</summary>
internal static class ChunkCutter
{
    // Each chunk costs the start of an encoder and a picture that stands for itself.
    private const int ShortestSeconds = 2;
    private const int LongestSeconds = 10;

    public static IReadOnlyList<FrameRange> Cut(RenderPlan plan)
    {
        var shortest = ShortestSeconds * plan.Canvas.FramesPerSecond;
        var longest = LongestSeconds * plan.Canvas.FramesPerSecond;
        List<FrameRange> chunks = [];
        var first = 0;
        foreach (var border in Borders(plan).Where(border => border <= plan.TotalFrames - shortest).Append(plan.TotalFrames))
        {
            if (border < plan.TotalFrames && border - first < shortest)
            {
                continue;
            }

            // Long ones in equal parts, so that none is a rest.
            var parts = (border - first + longest - 1) / longest;
            for (var part = 0; part < parts; part++)
            {
                chunks.Add(new FrameRange(first + (border - first) * part / parts, first + (border - first) * (part + 1) / parts));
            }

            first = border;
        }

        return chunks;
    }

    private static IEnumerable<int> Borders(RenderPlan plan) => plan.Tracks
        .SelectMany(track => track.Shots)
        .SelectMany(shot => new[] { shot.First, shot.End })
        .Concat(plan.Texts.SelectMany(text => new[] { text.First, text.End }))
        .Where(frame => frame > 0)
        .Distinct()
        .Order();
}
