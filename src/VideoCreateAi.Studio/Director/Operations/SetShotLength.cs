using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Director.Operations;

/// <summary>How long single shots last: a length, a factor of what they last now, or some more or less.</summary>
internal sealed record SetShotLength(ShotReference Shots, TimeSpan? Length, double Factor = 1, TimeSpan More = default) : EditOperation
{
    public override EditStage Stage => EditStage.Shots;

    public override void Apply(EditDesk desk)
    {
        var indices = desk.Resolve(Shots);
        if (indices.Count == 0)
        {
            return;
        }

        var least = desk.Timeline.OneFrame();
        var changed = desk.Timeline.ChangingShots([.. indices], shot =>
        {
            var wanted = Length ?? (shot.Slot().Times(Factor) + More);
            return Limited(shot, wanted < least ? least : wanted, desk);
        });
        if (Length is not null && !Shots.IsAll)
        {
            desk.GivenLengths.UnionWith(indices.Select(index => changed.Shots()[index].Id));
        }

        var which = Shots.IsAll ? "each shot" : string.Join(", ", indices.Select(index => changed.Shots()[index].Name).Distinct());
        desk.Change(changed, $"{which} {Words.Seconds(changed.Shots()[indices[0]].Slot())}");
        if (Length is { } length && indices.Any(index => changed.Shots()[index].Slot() < length - TimeSpan.FromMilliseconds(100)))
        {
            desk.CannotDo($"Some clips are shorter than {Words.Seconds(length)}; they play to their end.");
        }
    }

    /// <summary>The shot with this slot; a clip only as far as its source goes.</summary>
    public static PictureSegment Limited(PictureSegment shot, TimeSpan slot, EditDesk desk)
    {
        if (shot.IsElastic())
        {
            return shot.WithSlot(slot);
        }

        var wanted = (slot + shot.TransitionLength()).Times(shot.Speed);
        var available = desk.SourceLength(shot) - shot.In;
        if (wanted > available)
        {
            wanted = available;
        }

        var sized = shot.ShowingSource(shot.In, shot.In + wanted);
        return wanted < available ? sized with { Range = sized.Range with { Duration = slot + shot.TransitionLength() } } : sized;
    }
}
