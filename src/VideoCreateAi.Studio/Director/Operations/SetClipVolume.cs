using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Director.Operations;

/// <summary>The clips' own sound, and sound files by name.</summary>
internal sealed record SetClipVolume(ShotReference Shots, double? Volume, double Factor = 1) : EditOperation
{
    /// <summary>Added to what it is now.</summary>
    public double Step { get; init; }

    /// <summary>Shots that keep their sound as it is.</summary>
    public IReadOnlyList<ShotReference> Except { get; init; } = [];

    public override void Apply(EditDesk desk)
    {
        if (desk.Find(Shots.MediaId) is { Kind: AssetKind.Audio } sound)
        {
            SoundFile(desk, sound);
            return;
        }

        if (Shots.MediaId is { } laid && Shots.Resolve(desk.Timeline).Count == 0 && desk.Timeline.Overlays().Any(overlay => overlay.Source == laid))
        {
            desk.Change(
                desk.Timeline.ChangingOverlays(overlay => overlay.Source == laid ? overlay with { Volume = Math.Round(Math.Clamp(Volume ?? (overlay.Volume * Factor), 0, 2), 3) } : overlay),
                Volume == 0 ? $"sound of {Which(desk)} off" : $"sound of {Which(desk)} changed");
            return;
        }

        var spared = Except.SelectMany(shot => shot.Resolve(desk.Timeline)).ToHashSet();
        IReadOnlyList<int> indices = [.. desk.Resolve(Shots).Where(index => !spared.Contains(index))];
        if (indices.Count == 0)
        {
            return;
        }

        Words.SayIfTooLoud(desk, Volume ?? 0);
        double Level(double now) => Math.Round(Math.Clamp(Volume ?? ((now * Factor) + Step), 0, 2), 3);
        var changed = desk.Timeline.ChangingShots(
            [.. indices], shot => shot.Kind == PictureKind.Video ? shot with { Volume = Level(shot.Volume) } : shot);
        if (Shots.IsAll && spared.Count == 0)
        {
            changed = changed.ChangingOverlays(shot => shot.Kind == PictureKind.Video ? shot with { Volume = Level(shot.Volume) } : shot);
        }

        var level = changed.Shots().Where((shot, index) => indices.Contains(index) && shot.Kind == PictureKind.Video).Select(shot => (double?)shot.Volume).FirstOrDefault();
        if (level is null)
        {
            desk.CannotDo("Stills have no sound of their own.");
            return;
        }

        desk.Change(changed, level == 0 ? $"sound of {Which(desk)} off" : $"sound of {Which(desk)} at {Words.Percent(level.Value)}");
    }

    private void SoundFile(EditDesk desk, Asset sound)
    {
        Words.SayIfTooLoud(desk, Volume ?? 0);
        var changed = desk.Timeline with
        {
            SoundTracks = [.. desk.Timeline.SoundTracks.Select(track => track with
            {
                Segments = [.. track.Segments.Select(segment => segment.Source != sound.Id
                    ? segment
                    : segment with { Volume = Math.Round(Math.Clamp(Volume ?? ((segment.Volume * Factor) + Step), 0, 2), 3) })],
            })],
        };
        desk.Change(changed, $"volume of {sound.Name} changed");
    }

    private string Which(EditDesk desk) => Shots.IsAll && Except.Count > 0 ? $"all clips but {string.Join(" and ", Except.Select(shot => shot.Describe(desk.Assets)))}" : Shots.IsAll ? "the clips" : Shots.Describe(desk.Assets);
}
