using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Director.Operations;

/// <summary>Shows these media in this order.</summary>
/// <param name="Others">Whether shots that were not named stay, after the named ones.</param>
internal sealed record ArrangeShots(IReadOnlyList<ShotReference> Order, bool Others) : EditOperation
{
    /// <summary>Shots that are to go, told by the places they had before.</summary>
    public IReadOnlyList<ShotReference> Dropped { get; init; } = [];

    public override EditStage Stage => EditStage.Shots;

    public override void Apply(EditDesk desk)
    {
        var shots = desk.Timeline.Shots();
        var row = new List<PictureSegment>();
        var used = new HashSet<int>();
        foreach (var reference in Order)
        {
            var found = reference.Resolve(desk.Timeline);
            foreach (var index in found)
            {
                used.Add(index);
                row.Add(shots[index]);
            }

            if (found.Count == 0 && desk.Find(reference.MediaId) is { } asset && ShotBuilder.IsShowable(asset))
            {
                row.Add(ShotBuilder.Shot(asset, desk.Timeline.Canvas, row.Count, row.Count > 0 ? row[^1].Motion : Motion.None));
            }
        }

        used.UnionWith(Dropped.SelectMany(shot => shot.Resolve(desk.Timeline)));
        if (Others)
        {
            row.AddRange(shots.Where((_, index) => !used.Contains(index)));
        }

        if (row.Count > 0)
        {
            desk.Change(desk.Timeline.WithOrder(row), "order: " + string.Join(", ", row.Select(shot => shot.Name).Take(12)));
        }
    }
}
