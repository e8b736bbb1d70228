using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Director.Operations;

/// <summary>The music that played before it was taken out, as long as the picture is now.</summary>
internal sealed record RestoreMusic : EditOperation
{
    public override void Apply(EditDesk desk)
    {
        if (desk.Timeline.Sounds(SoundRole.Music).Count > 0)
        {
            desk.CannotDo("The music is there already.");
            return;
        }

        var then = desk.Input.Previous.FirstOrDefault(before => before?.Sounds(SoundRole.Music).Count > 0);
        if (then is null)
        {
            desk.CannotDo("There was no music before; say \"add calm music\" for example.");
            return;
        }

        var end = desk.Timeline.ProgrammeEnd();
        foreach (var sound in then.Sounds(SoundRole.Music).Where(sound => sound.Range.Start < end))
        {
            var stop = sound.Range.End >= then.ProgrammeEnd() || sound.Range.End > end ? end : sound.Range.End;
            desk.Change(desk.Timeline.Adding(SoundRole.Music, sound with { Range = TimeRange.Between(sound.Range.Start, stop) }), $"music back: {sound.Name}");
        }
    }
}
