using VideoCreateAi.Studio.Director.Operations;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Director.Recognition;

/// <summary>Several titles of one sentence: "on every photo its name at the bottom: 'A', 'B' and 'C'", "'A' at 5 s and 'B' at 10 s, 4 seconds each".</summary>
internal static class TitleLists
{
    // Two titles may well stand together; as many as there are shots are one for each.
    private const int LeastPerShot = 3;

    public static void Complete(Wishes wishes)
    {
        var lists = Enumerable.Range(0, wishes.Operations.Count).Where(index => wishes.Operations[index] is AddTitle { List: > 0 })
            .GroupBy(index => ((AddTitle)wishes.Operations[index]).List).Where(list => list.Count() > 1).ToList();
        foreach (var list in lists)
        {
            Share(wishes, [.. list]);
        }
    }

    private static void Share(Wishes wishes, List<int> list)
    {
        var titles = list.Select(index => (AddTitle)wishes.Operations[index]).ToList();
        // "Rose on the scan and Happy Birthday on the cake in pink": each stands for itself.
        var isApart = wishes.EachTitle != titles[0].List && titles.TrueForAll(title => title.When.Over is not null);
        var position = Only(titles.Select(title => title.Look.Position));
        var color = isApart ? null : Only(titles.Select(title => title.Look.Color));
        var size = isApart ? null : Only(titles.Select(title => title.Look.SizeFactor));
        var animation = isApart ? null : Only(titles.Select(title => title.Look.Animation));
        var length = Only(titles.Select(title => title.When.Length));
        var shots = Shots(wishes, titles);
        for (var index = 0; index < titles.Count; index++)
        {
            var title = titles[index];
            var when = length is not null && title.When is { Start: not null, End: null, Length: null } ? title.When with { Length = length } : title.When;
            wishes.Amend(list[index], title with
            {
                Look = title.Look with
                {
                    Position = title.Look.Position ?? position, Color = title.Look.Color ?? color, SizeFactor = title.Look.SizeFactor ?? size, Animation = title.Look.Animation ?? animation,
                },
                When = shots is not null ? WhenShown.Unsaid with { Over = ShotReference.Nth(shots[index] + 1), Length = length } : when,
            });
        }
    }

    /// <summary>No time is told but how long: as many titles as shots.</summary>
    private static IReadOnlyList<int>? Shots(Wishes wishes, List<AddTitle> titles)
    {
        var timeline = wishes.Input.Current is { IsEmpty: false } now ? now : BaseTimeline.Of(new VideoTimeline(), wishes.Input.Assets, []);
        var each = wishes.EachTitle == titles[0].List;
        return (titles.Count >= LeastPerShot || each) && titles.TrueForAll(title => title.When is { Start: null, End: null, AtEnd: false, Whole: false, Over: null, BeforeEnd: null })
            ? OnePerShot.Of(timeline, titles.Count, each)
            : null;
    }

    /// <summary>What is said of the first or the last of them alone is said of all.</summary>
    private static T? Only<T>(IEnumerable<T?> said)
    {
        var all = said.ToList();
        return all.Count(value => value is not null) == 1 && (all[0] is not null || all[^1] is not null) ? all.Find(value => value is not null) : default;
    }
}
