using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Director;

/// <summary>Sentences that one could say next, of things that the video does not have yet.</summary>
internal static class Ideas
{
    private const int Given = 2;

    // In the order in which they help most.
    private static readonly (Func<VideoTimeline, bool> Fits, Func<VideoTimeline, string> Sentence)[] s_rows =
    [
        (timeline => timeline.Texts(TextRole.Title).Count == 0, _ => "add the title 'Summer' for the first 3 seconds"),
        (timeline => timeline.ProgrammeEnd() > TimeSpan.FromSeconds(40), _ => "make it 30 seconds"),
        (timeline => timeline.Sounds(SoundRole.Music).Count == 0, _ => "add calm music"),
        (timeline => timeline.Shots().Count > 1 && timeline.Shots().All(shot => shot.Transition is null), _ => "crossfades between the shots"),
        (timeline => timeline.Canvas.AspectRatio > 1, _ => "make it vertical for phones"),
        (timeline => timeline.Shots().All(shot => shot.Filter == "none"), _ => "give it a warm look"),
        (timeline => timeline.Texts(TextRole.Caption).Count == 0, timeline => $"caption '{(timeline.Shots().Count > 1 ? "Our favourite" : "Hello")}' on {(timeline.Shots().Count > 1 ? "the second shot" : "the first shot")}"),
        (_ => true, _ => "fade out over the last 2 seconds"),
        (_ => true, _ => "make the music quieter"),
    ];

    public static string For(VideoTimeline timeline)
    {
        var sentences = s_rows.Where(row => row.Fits(timeline)).Take(Given).Select(row => $"\"{row.Sentence(timeline)}\"");
        return $"To go on, say for example {string.Join(" or ", sentences)}.";
    }
}
