using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Director.Operations;

/// <summary>Which shots a list of words belongs to, one word to each.</summary>
internal static class OnePerShot
{
    /// <param name="each">The message says that each shot gets one; else only numbers that agree tell it.</param>
    /// <returns>From 0; null where the list and the shots do not agree.</returns>
    public static IReadOnlyList<int>? Of(VideoTimeline timeline, int count, bool each)
    {
        var all = Enumerable.Range(0, timeline.Shots().Count).ToList();
        if (all.Count == count || !each)
        {
            return all.Count == count ? all : null;
        }

        // "under each room": the photos, and not the clip behind them.
        var alike = new[] { PictureKind.Image, PictureKind.Video }.Select(kind => all.Where(index => timeline.Shots()[index].Kind == kind).ToList()).FirstOrDefault(row => row.Count == count);
        return alike ?? (all.Count > count ? all.GetRange(0, count) : null);
    }
}
