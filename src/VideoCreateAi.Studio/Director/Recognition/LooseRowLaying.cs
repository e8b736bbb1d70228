using VideoCreateAi.Studio.Director.Operations;
using VideoCreateAi.Studio.Director.Reading;

namespace VideoCreateAi.Studio.Director.Recognition;

/// <summary>A loosely told row as edits: the order, then parts, then lengths.</summary>
internal static class LooseRowLaying
{
    public static void Lay(LooseRowPlan plan, Wishes wishes)
    {
        var row = plan.Resolved();
        wishes.Add(new ArrangeShots([.. row.Select(entry => ShotReference.Of(entry.Id!))], Others: false));
        foreach (var entry in row)
        {
            var shot = ShotReference.Of(entry.Id!);
            var drops = entry.Drops.Count > 0 || wishes.Input.Assets.First(asset => asset.Id == entry.Id).Kind != AssetKind.Video ? entry.Drops : plan.DropsOfEach;
            if (drops.Count > 0)
            {
                wishes.Add(new CutStretch(drops, shot, Keep: false));
            }

            if (entry.Parts.Count > 0)
            {
                wishes.Add(new CutStretch(entry.Parts, shot, Keep: true));
            }
        }

        if (row.TrueForAll(entry => entry is { Length: not null, Parts.Count: 0 } && entry.Length == row[0].Length))
        {
            wishes.Add(new SetShotLength(ShotReference.All, row[0].Length));
        }
        else
        {
            foreach (var entry in row.Where(entry => entry.Length is not null))
            {
                wishes.Add(new SetShotLength(ShotReference.Of(entry.Id!), entry.Length));
            }
        }

        wishes.WantsVideo = true;
        wishes.Named.AddRange(row.Select(entry => ShotReference.Of(entry.Id!)));
        wishes.LastShot = ShotReference.Of(row[^1].Id!);
        wishes.Topic = Sense.Shot;
    }

    /// <summary>The row with its groups as files, first things first.</summary>
    /// <param name="length">How long each of a kind is.</param>
    public static List<LooseRowEntry> Resolved(IReadOnlyList<LooseRowEntry> entries, Func<AssetKind, TimeSpan?> length, HashSet<string> leftOut, Wishes wishes)
    {
        var named = entries.Select(entry => entry.Id).OfType<string>().ToHashSet();
        var row = new List<LooseRowEntry>();
        foreach (var entry in entries)
        {
            if (entry.Group is not { } group)
            {
                row.Add(entry);
                continue;
            }

            row.AddRange(wishes.Input.Assets.Where(asset => ShotBuilder.IsShowable(asset) && (group.Kind is null || asset.Kind == group.Kind) && OverlayRecogniser.NamedLogo(wishes)?.Id != asset.Id && named.Add(asset.Id))
                .Select(asset => entry with { Id = asset.Id, Group = null, Length = entry.Length ?? length(asset.Kind) }));
        }

        return [.. row.Where(entry => !leftOut.Contains(entry.Id!)).OrderBy(entry => entry.Place)];
    }
}
