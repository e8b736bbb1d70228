using VideoCreateAi.Studio.Director.Reading;

namespace VideoCreateAi.Studio.Director.Recognition;

/// <summary>Which shots there are and in which order.</summary>
internal static class ShotRecogniser
{
    // First row that understands the clause wins.
    private static readonly Func<Clause, Wishes, bool>[] s_rows =
    [
        StretchRecogniser.Begins,
        ShotOrdering.Swap,
        ShotOrdering.Reverse,
        ShotChoosing.Replace,
        ShotDividing.Hold,
        ShotDividing.Split,
        ShotChoosing.Repeat,
        ShotRestoring.Restore,
        ShotChoosing.Remove,
        ShotTargets.Read,
        ShotRows.ByName,
        ShotRows.ByPlaces,
        ShotOrdering.Sequence,
        ShotOrdering.StartOrEnd,
        ShotChoosing.KeepOnly,
        ShotPlacing.Move,
        ShotPlacing.Insert,
    ];

    public static void Read(Clause clause, Wishes wishes)
    {
        foreach (var row in s_rows)
        {
            if (row(clause, wishes))
            {
                return;
            }
        }
    }
}
