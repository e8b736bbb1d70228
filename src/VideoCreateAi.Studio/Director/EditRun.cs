using VideoCreateAi.Studio.Director.Operations;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Director;

/// <summary>Does the operations of one turn, stage by stage.</summary>
internal static class EditRun
{
    /// <param name="withoutPictures">Asked where nothing was uploaded to be shown: whether it laid something else.</param>
    /// <returns>The desk with all that was done; null when there is nothing to show.</returns>
    public static EditDesk? Apply(TurnInput input, IReadOnlyList<EditOperation> wished, Func<EditDesk, bool> withoutPictures)
    {
        var desk = new EditDesk(input.Current ?? new VideoTimeline(), input)
        {
            LengthsAreOpen = input.Current is null or { IsEmpty: true } && !wished.Any(operation =>
                operation is SetTotal or SetShotLength or MatchSound or CutStretch || operation is AddScenes { HasLengths: true }),
        };
        var operations = wished.Select((operation, index) => (operation, index))
            .OrderBy(row => row.operation.Stage).ThenBy(row => row.operation is CaptionVoice or ApplyBrand).ThenBy(row => row.index).Select(row => row.operation).ToList();

        // "20 seconds, no, make that 25": the last word counts.
        operations.RemoveAll(operation => operation is SetTotal { Relative: false } && !ReferenceEquals(operation, operations.Last(other => other is SetTotal { Relative: false })));
        Apply(desk, operations.Where(operation => operation.Stage == EditStage.Canvas));
        if (desk.Timeline.Shots().Count == 0)
        {
            BaseTimeline.Lay(desk, operations);
        }

        if (desk.Timeline.Shots().Count == 0 && !operations.OfType<AddScenes>().Any() && !operations.Exists(operation => operation is InsertMedia or ArrangeShots)
            && !withoutPictures(desk))
        {
            return null;
        }

        Apply(desk, operations.Where(operation => operation.Stage is not (EditStage.Canvas or EditStage.Decoration)));
        if (operations.OfType<SetTotal>().LastOrDefault() is { } total)
        {
            desk.Now = total;
            total.Settle(desk);
        }

        ShotFollowing.Apply(desk);
        Apply(desk, operations.Where(operation => operation.Stage == EditStage.Decoration));
        desk.Now = null;
        BeatFitting.Apply(desk);
        return desk;
    }

    private static void Apply(EditDesk desk, IEnumerable<EditOperation> operations)
    {
        foreach (var operation in operations)
        {
            desk.Now = operation;
            operation.Apply(desk);
        }
    }
}
