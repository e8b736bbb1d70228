using System.Text.RegularExpressions;
using VideoCreateAi.Studio.Director.Operations;
using VideoCreateAi.Studio.Director.Reading;
using VideoCreateAi.Studio.Director.Recognition;
using VideoCreateAi.Studio.Director.Structured;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Director;

/// <summary>Understands plain words by tables of a language and edits by the rules of the timeline.</summary>
internal sealed class TextDirector : IDirector
{
    /// <summary>The step of a turn that only took something back.</summary>
    public const string Undo = "undo";

    /// <summary>The step of a turn that only brought back what was undone.</summary>
    public const string Redo = "redo";

    // A message is a few sentences or a script; what is longer is not a wish any more.
    private const int LongestMessage = 20_000;

    public TurnResult Direct(TurnInput input)
    {
        if (input.Operations is { } exact)
        {
            return ExactEdits.Direct(input, exact);
        }

        if (string.IsNullOrWhiteSpace(input.Message))
        {
            return new TurnResult.Unchanged(Replies.WhatNow(input));
        }

        if (input.Message.Length > LongestMessage)
        {
            return new TurnResult.Unchanged($"That message is longer than {LongestMessage} characters. Please send the script in parts.");
        }

        Wishes wishes;
        try
        {
            wishes = MessageReader.Read(input, Languages.Of(MediaNames.Without(input.Message, input.Assets), input.LastLanguage));
        }
        catch (RegexMatchTimeoutException)
        {
            return new TurnResult.Unchanged("I could not read that message. Please say it in shorter sentences.");
        }

        var result = Decide(input, wishes);
        return wishes.Brand is { } brand ? result with { Brand = brand } : result;
    }

    private static TurnResult Decide(TurnInput input, Wishes wishes)
    {
        var steps = new List<string>();
        var start = input.Current;
        if (wishes.Undos > 0)
        {
            if (input.Previous.Count == 0)
            {
                return new TurnResult.Unchanged("There is nothing to undo yet.");
            }

            var count = Math.Min(wishes.Undos, input.Previous.Count);
            start = input.Previous[count - 1];
            if (wishes.Operations.Count == 0)
            {
                return Undone(input, start, count);
            }

            steps.Add("took the last change back");
        }

        if (wishes.Redos > 0)
        {
            if (input.Undone.Count == 0 && wishes.Operations.Count == 0)
            {
                return new TurnResult.Unchanged("There is nothing to redo: nothing was undone since the last change.");
            }

            if (input.Undone.Count > 0 && input.Undone[Math.Min(wishes.Redos, input.Undone.Count) - 1] is { } again)
            {
                start = again;
                steps.Add(Redo);
                if (wishes.Operations.Count == 0)
                {
                    return new TurnResult.Changed(again, steps, "I made the change again" + WhatIsBack(input, again));
                }
            }
        }

        if (wishes.WantsFreshStart && input.Current is { IsEmpty: false } && wishes.HasPictures)
        {
            steps.Add("started over with the files as they were uploaded");
            return Edited(input with { Current = null }, wishes, steps);
        }

        if (wishes.Operations.Count == 0 && !(wishes.WantsVideo && input.Current is null or { IsEmpty: true } && wishes.HasPictures))
        {
            return new TurnResult.Unchanged(Replies.NotAnEdit(input, wishes));
        }

        return Edited(input with { Current = start }, wishes, steps);
    }

    internal static TurnResult Undone(TurnInput input, VideoTimeline? start, int count)
    {
        if (count == 1 && (start is not null || !input.Assets.Any(ShotBuilder.IsShowable) || BaseTimeline.IsPlain(input)))
        {
            return new TurnResult.Undone("I took the last change back" + WhatIsBack(input, start));
        }

        // Before the first edit stood what was uploaded, untouched.
        var back = start ?? BaseTimeline.Of(new VideoTimeline(), input.Assets, []);
        return new TurnResult.Changed(back, [Undo], $"I took {Words.Count(count, "change")} back" + WhatIsBack(input, back));
    }

    private static string WhatIsBack(TurnInput input, VideoTimeline? back)
    {
        const int MostTold = 4;
        // Stills move by the shape of the canvas; that is no news.
        var changes = TimelineChange.Between(input.Current, back)
            .Where(change => !change.Contains(": motion ", StringComparison.Ordinal) || change.Contains(',', StringComparison.Ordinal)).ToList();
        return changes.Count == 0 || back is null ? "." : $": {string.Join("; ", changes.Take(MostTold))}{(changes.Count > MostTold ? "; and more" : "")}.";
    }

    private static TurnResult Edited(TurnInput input, Wishes wishes, List<string> steps)
    {
        if (EditRun.Apply(input, wishes.Operations, desk => SceneFromWords(desk, wishes)) is not { } desk)
        {
            return new TurnResult.Unchanged("There are no pictures or clips yet. Upload some, or say what the video should show.");
        }

        var faults = TimelineRules.Faults(desk.Timeline);
        if (faults.Count > 0)
        {
            return new TurnResult.Unchanged($"I did not make that change, because the result would not hold together: {faults[0]}");
        }

        var all = steps.Concat(desk.Steps).Distinct().ToList();
        return all.Count == 0 || (TimelineChange.Between(input.Current, desk.Timeline).Count == 0 && steps.Count == 0)
            ? new TurnResult.Unchanged(Replies.NothingChanged(desk, wishes))
            : new TurnResult.Changed(desk.Timeline, all, Replies.Done(desk, wishes, all));
    }

    /// <summary>Nothing to show was uploaded and no subject stands out: the whole wish is what to show.</summary>
    private static bool SceneFromWords(EditDesk desk, Wishes wishes)
    {
        if (!wishes.WantsVideo && !wishes.Operations.OfType<SetTotal>().Any())
        {
            return false;
        }

        new AddScenes([new ScriptLine(desk.Input.Message.Trim(), null)]).Apply(desk);
        return true;
    }
}
