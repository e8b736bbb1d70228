using System.Text.Json;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Director.Structured;

/// <summary>Does a list of exact edits, all of it or nothing.</summary>
internal static class ExactEdits
{
    public static TurnResult Direct(TurnInput input, JsonElement operations)
    {
        var list = OperationList.Read(operations, input);
        if (list.Problems.Count > 0)
        {
            return new TurnResult.Rejected(list.Problems);
        }

        if (list.Undos > input.Previous.Count)
        {
            return new TurnResult.Rejected([OperationList.Told(0, "undo", $"only {input.Previous.Count} steps can be taken back.")]);
        }

        var start = list.Undos > 0 ? input.Previous[list.Undos - 1] : input.Current;
        if (list.Edits.Count == 0)
        {
            return TextDirector.Undone(input, start, list.Undos);
        }

        var from = input with { Current = start };
        if (EditRun.Apply(from, [.. list.Edits.Select(row => row.Edit)], _ => false) is not { } desk)
        {
            return new TurnResult.Rejected(["There are no pictures or clips to edit yet; upload some first."]);
        }

        List<string> problems =
        [
            .. desk.Faults.Select(fault => list.Edits.FirstOrDefault(row => ReferenceEquals(row.Edit, fault.Of)) is { Edit: not null } row
                ? OperationList.Told(row.Index, row.Op, fault.Problem)
                : fault.Problem).Distinct(),
            .. TimelineRules.Faults(desk.Timeline),
        ];
        if (problems.Count > 0)
        {
            return new TurnResult.Rejected(problems);
        }

        List<string> steps = [.. list.Undos > 0 ? ["took the last change back"] : Array.Empty<string>(), .. desk.Steps.Distinct()];
        return TimelineChange.Between(input.Current, desk.Timeline).Count == 0
            ? new TurnResult.Unchanged("It is like that already, so nothing changed.")
            : new TurnResult.Changed(desk.Timeline, steps, Replies.Done(desk, steps));
    }
}
