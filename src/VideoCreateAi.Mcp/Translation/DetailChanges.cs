namespace VideoCreateAi.Mcp.Translation;

/// <summary>What became special about the pieces of a track, or stopped to be: "Video all shots: muted (no longer 2x)".</summary>
internal static class DetailChanges
{
    private const int MostNames = 3;

    /// <summary>Compares piece by piece; pieces that changed alike share a line. Other pieces than before are told elsewhere.</summary>
    public static void Compare(
        string label, IReadOnlyList<TimelineSegment> was, IReadOnlyList<TimelineSegment> now, string unit, List<string> changes)
    {
        if (!was.Select(segment => segment.Name).SequenceEqual(now.Select(segment => segment.Name)))
        {
            return;
        }

        var groups = was.Zip(now)
            .Select(pair => (pair.Second.Name, Words: Words(pair.First.Details, pair.Second.Details)))
            .Where(change => change.Words is not null)
            .GroupBy(change => change.Words!);
        foreach (var group in groups)
        {
            var names = group.Select(change => change.Name).ToList();
            var who = names.Count == now.Count && names.Count > 1
                ? $"all {unit}"
                : string.Join(", ", names.Take(MostNames)) + (names.Count > MostNames ? $" and {names.Count - MostNames} more" : "");
            changes.Add(now.Count == 1 ? $"{label}: {group.Key}" : $"{label} {who}: {group.Key}");
        }
    }

    public static void Compare(string label, IReadOnlyList<string> was, IReadOnlyList<string> now, List<string> changes)
    {
        if (Words(was, now) is { } words)
        {
            changes.Add($"{label}: {words}");
        }
    }

    private static string? Words(IReadOnlyList<string> was, IReadOnlyList<string> now)
    {
        var fresh = now.Except(was).ToList();
        var gone = was.Except(now).ToList();
        return (fresh.Count, gone.Count) switch
        {
            (0, 0) => null,
            (_, 0) => string.Join(", ", fresh),
            (0, _) => $"no longer {string.Join(", ", gone)}",
            _ => $"{string.Join(", ", fresh)} (no longer {string.Join(", ", gone)})",
        };
    }
}
