using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Director.Operations;

/// <summary>Which shots of the main track a message means.</summary>
/// <param name="MediaId">All shots of this media, when given.</param>
/// <param name="First">From 1; negative counts from the end; 0 = all.</param>
/// <param name="Count">How many from there on (from the end: up to there).</param>
internal sealed record ShotReference(string? MediaId, int First = 0, int Count = 1, PictureKind? Kind = null, bool Middle = false)
{
    public static readonly ShotReference All = new((string?)null);

    public bool IsAll => MediaId is null && First == 0 && !Middle && Kind is null && Except is null && Extreme == 0;

    /// <summary>Shots of these that are not meant.</summary>
    public IReadOnlyList<ShotReference>? Except { get; init; }

    /// <summary>1 = the longest, −1 = the shortest of those that are meant otherwise.</summary>
    public int Extreme { get; init; }

    /// <summary>What stood at this place when it was spoken of; null = what stands there when its turn comes.</summary>
    public Standing? Seen { get; init; }

    public static ShotReference AllBut(IEnumerable<ShotReference> others) => new((string?)null) { Except = [.. others] };

    public static ShotReference Of(string mediaId) => new(mediaId);

    public static ShotReference Nth(int number) => new((string?)null, number);

    public IReadOnlyList<int> Resolve(VideoTimeline timeline)
    {
        if (Seen?.In(timeline) is { Count: > 0 } seen)
        {
            return seen;
        }

        var meant = Counted(timeline);
        if (Except is not null)
        {
            meant = [.. meant.Except(Except.SelectMany(other => other.Resolve(timeline)))];
        }

        var shots = timeline.Shots();
        return Extreme == 0 || meant.Count == 0 ? meant : [Extreme > 0 ? meant.MaxBy(index => shots[index].Slot()) : meant.MinBy(index => shots[index].Slot())];
    }

    private List<int> Counted(VideoTimeline timeline)
    {
        var shots = timeline.Shots();
        if (MediaId is not null)
        {
            return [.. Enumerable.Range(0, shots.Count).Where(index => shots[index].Source == MediaId)];
        }

        // "The second photo" counts photos where clips stand between them.
        var pool = Enumerable.Range(0, shots.Count).Where(index => Kind is null || shots[index].Kind == Kind).ToList();
        if (pool.Count == 0)
        {
            pool = [.. Enumerable.Range(0, shots.Count)];
        }

        if (Middle)
        {
            return pool.Count == 0 ? [] : Count == 1 ? [pool[pool.Count / 2]] : [.. pool.Skip(Math.Max(0, pool.Count - Count) / 2).Take(Count)];
        }

        return First switch
        {
            0 => pool,
            > 0 => [.. pool.Skip(First - 1).Take(Count)],
            _ => [.. pool.Take(Math.Max(0, pool.Count + First + 1)).TakeLast(Count)],
        };
    }

    public string Noun() => Kind switch { PictureKind.Image => "picture", PictureKind.Video => "clip", _ => "shot" };

    public string Describe(IReadOnlyList<Asset> assets) => MediaId is not null
        ? assets.FirstOrDefault(asset => asset.Id == MediaId)?.Name ?? MediaId
        : First switch
        {
            0 => Middle ? "the middle shot" : Extreme > 0 ? "the longest shot" : Extreme < 0 ? "the shortest shot" : "any shot",
            -1 => "the last shot",
            _ => $"shot {Math.Abs(First)}",
        };
}
