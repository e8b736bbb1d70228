using System.Text.RegularExpressions;
using VideoCreateAi.Studio.Director.Operations;
using VideoCreateAi.Studio.Director.Reading;
using VideoCreateAi.Studio.Director.Recognition;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Director;

/// <summary>Understands plain words by tables of a language and edits by the rules of the timeline.</summary>
internal sealed class TextDirector : IDirector
{
    // A message is a few sentences or a script; what is longer is not a wish any more.
    private const int LongestMessage = 20_000;

    public TurnResult Direct(TurnInput input)
    {
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
            wishes = MessageReader.Read(input, Languages.Of(input.Message, input.LastLanguage));
        }
        catch (RegexMatchTimeoutException)
        {
            return new TurnResult.Unchanged("I could not read that message. Please say it in shorter sentences.");
        }

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

    private static TurnResult Undone(TurnInput input, VideoTimeline? start, int count)
    {
        if (count == 1 && (start is not null || !input.Assets.Any(ShotBuilder.IsShowable) || BaseTimeline.IsPlain(input)))
        {
            return new TurnResult.Undone("I took the last change back" + WhatIsBack(input, start));
        }

        // Before the first edit stood what was uploaded, untouched.
        var back = start ?? BaseTimeline.Of(new VideoTimeline(), input.Assets, []);
        return new TurnResult.Changed(back, [count == 1 ? "undone" : $"{count} changes undone"], $"I took {Words.Count(count, "change")} back" + WhatIsBack(input, back));
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
        var desk = new EditDesk(input.Current ?? new VideoTimeline(), input)
        {
            LengthsAreOpen = input.Current is null or { IsEmpty: true } && !wishes.Operations.Any(operation =>
                operation is SetTotal or SetShotLength or MatchSound or CutStretch || operation is AddScenes { HasLengths: true }),
        };
        var operations = wishes.Operations.Select((operation, index) => (operation, index))
            .OrderBy(row => row.operation.Stage).ThenBy(row => row.operation is CaptionVoice).ThenBy(row => row.index).Select(row => row.operation).ToList();
        // "20 seconds, no, make that 25": the last word counts.
        operations.RemoveAll(operation => operation is SetTotal { Relative: false } && !ReferenceEquals(operation, operations.Last(other => other is SetTotal { Relative: false })));
        foreach (var operation in operations.Where(operation => operation.Stage == EditStage.Canvas))
        {
            operation.Apply(desk);
        }

        if (desk.Timeline.Shots().Count == 0)
        {
            BaseTimeline.Lay(desk, operations);
        }

        if (desk.Timeline.Shots().Count == 0 && !operations.OfType<AddScenes>().Any() && !operations.Exists(operation => operation is InsertMedia or ArrangeShots)
            && !SceneFromWords(desk, wishes))
        {
            return new TurnResult.Unchanged("There are no pictures or clips yet. Upload some, or say what the video should show.");
        }

        foreach (var operation in operations.Where(operation => operation.Stage is not (EditStage.Canvas or EditStage.Decoration)))
        {
            operation.Apply(desk);
        }

        operations.OfType<SetTotal>().LastOrDefault()?.Settle(desk);
        foreach (var operation in operations.Where(operation => operation.Stage == EditStage.Decoration))
        {
            operation.Apply(desk);
        }

        BeatFitting.Apply(desk);
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
