using VideoCreateAi.Studio.Director.Operations;
using VideoCreateAi.Studio.Director.Reading;
using VideoCreateAi.Studio.Director.Recognition;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Director;

/// <summary>What the user reads: short, concrete, and honest about what was not done.</summary>
internal static class Replies
{
    public static string Done(EditDesk desk, Wishes wishes, IReadOnlyList<string> steps)
    {
        return string.Join(' ', [Steps(desk, steps), .. Problems(desk.Problems, wishes)]);
    }

    /// <summary>The same where no words were read.</summary>
    public static string Done(EditDesk desk, IReadOnlyList<string> steps) => string.Join(' ', [Steps(desk, steps), .. desk.Problems.Distinct()]);

    private static string Steps(EditDesk desk, IReadOnlyList<string> steps)
    {
        var canvas = desk.Timeline.Canvas;
        return $"Done: {string.Join("; ", steps)}. The video is {Words.Seconds(desk.Timeline.ProgrammeEnd())} long, {canvas.Width}×{canvas.Height}.";
    }

    public static string NothingChanged(EditDesk desk, Wishes wishes)
    {
        var problems = Problems(desk.Problems, wishes).ToList();
        return problems.Count > 0 ? string.Join(' ', problems) : "It is like that already, so nothing changed.";
    }

    public static string NotAnEdit(TurnInput input, Wishes wishes)
    {
        var missing = wishes.Notes.Concat(Missing(wishes)).Concat(NotUnderstood(wishes)).ToList();
        if (missing.Count > 0)
        {
            // Whoever asks for gulls in the sky learns why they do not come.
            return string.Join(' ', wishes.NotUnderstood.Count > 0 && wishes.Operations.Count == 0 ? [.. missing, WhatIsNotDone] : missing);
        }

        return wishes.SawQuestion ? Describe(input)
            : wishes.Praise is { Value: "hello" } ? "Hello! " + (input.Current is { IsEmpty: false } ? Describe(input) : WhatNow(input))
            : wishes.Praise is not null ? "Thank you! Nothing changed. " + Describe(input) + " Say what to change next, or export it."
            : wishes.SawLeaveAlone ? "All right, I left everything as it is. " + Describe(input)
            : WhatNow(input);
    }

    private const string WhatIsNotDone = "The studio cuts, arranges and colours what was filmed, and adds text and sound; it cannot change what a picture shows, nor invent a new one.";

    public static string WhatNow(TurnInput input) => input.Current is { IsEmpty: false } || input.Assets.Any(ShotBuilder.IsShowable)
        ? "Nothing changed; I did not find an edit in that. " + Describe(input) + " " + WhatIsNotDone
            + " You can say for example: \"make it 20 seconds, vertical, with calm music and the title 'Summer' for the first 3 seconds\"."
        : "Nothing is here yet. Upload pictures or clips, or say what the video should show.";

    public static string Describe(TurnInput input)
    {
        if (input.Current is not { IsEmpty: false } now)
        {
            const int Most = 6;
            var files = input.Assets.Take(Most).Select(asset => asset.Duration > TimeSpan.Zero ? $"{asset.Name} ({Words.Seconds(asset.Duration)})" : asset.Name);
            return input.Assets.Count == 0 ? "The project has no files and no timeline yet."
                : $"The project has {Words.Count(input.Assets.Count, "file")} and no timeline yet: {string.Join(", ", files)}{(input.Assets.Count > Most ? ", …" : "")}.";
        }

        var parts = new List<string> { Words.Count(now.Shots().Count, "shot") };
        parts.AddRange(now.Sounds(SoundRole.Music).Take(1).Select(music => $"music ({music.Name}, {Words.Percent(music.Volume)})"));
        parts.AddRange(now.Texts(TextRole.Title).Take(3).Select(title => $"the title \"{title.Text}\""));
        return $"The video is {Words.Seconds(now.ProgrammeEnd())} long with {string.Join(", ", parts)}.";
    }

    private static IEnumerable<string> Problems(IEnumerable<string> problems, Wishes wishes) => problems
        .Concat(wishes.Notes).Concat(Missing(wishes)).Concat(NotUnderstood(wishes)).Distinct();

    private static IEnumerable<string> NotUnderstood(Wishes wishes)
    {
        if (wishes.NotUnderstood.Count > 0)
        {
            yield return $"I did not understand {string.Join(" and ", wishes.NotUnderstood.Take(3).Select(part => $"\"{part}\""))}, so that part is not done.";
        }

        if (wishes.WantsRandomOrder)
        {
            yield return "I do not shuffle, because a video should come out the same every time: name an order, or say \"reverse the order\".";
        }
    }

    private static IEnumerable<string> Missing(Wishes wishes)
    {
        var names = string.Join(", ", wishes.Input.Assets.Take(8).Select(asset => asset.Name));
        return wishes.Contents.Where(content => content.Sense == Sense.UnknownMedia).Select(content => content.Text).Distinct()
            .Select(name => $"I could not find a file named {name}; the project has {(names.Length == 0 ? "no files yet" : names)}.");
    }
}
