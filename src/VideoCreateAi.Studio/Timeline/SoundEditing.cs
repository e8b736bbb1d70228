namespace VideoCreateAi.Studio.Timeline;

internal static class SoundEditing
{
    public static IReadOnlyList<SoundSegment> Sounds(this VideoTimeline timeline, SoundRole role) =>
        [.. timeline.SoundTracks.Where(track => track.Role == role).SelectMany(track => track.Segments)];

    /// <summary>Puts a sound on the track of its role, on a further one where it would overlap.</summary>
    public static VideoTimeline Adding(this VideoTimeline timeline, SoundRole role, SoundSegment sound)
    {
        var segment = sound with { Id = timeline.NextSegment() };
        var tracks = timeline.SoundTracks.ToList();
        var free = tracks.FindIndex(track => track.Role == role && track.Segments.All(other => !Overlap(other.Range, segment.Range)));
        if (free < 0)
        {
            tracks.Add(new SoundTrack { Id = timeline.NextTrack(), Role = role, Segments = [segment] });
        }
        else
        {
            tracks[free] = tracks[free] with { Segments = [.. tracks[free].Segments.Append(segment).OrderBy(other => other.Range.Start)] };
        }

        return timeline with { SoundTracks = tracks };
    }

    public static VideoTimeline ChangingSounds(
        this VideoTimeline timeline, SoundRole role, Func<SoundSegment, SoundSegment?> change) => timeline with
        {
            SoundTracks = [.. timeline.SoundTracks
                .Select(track => track.Role != role ? track : track with { Segments = [.. track.Segments.Select(change).OfType<SoundSegment>()] })
                .Where(track => track.Segments.Count > 0)],
        };

    public static VideoTimeline RemovingSounds(this VideoTimeline timeline, SoundRole role) =>
        timeline.ChangingSounds(role, _ => null);

    private static bool Overlap(TimeRange a, TimeRange b) => a.Start < b.End && b.Start < a.End;
}
