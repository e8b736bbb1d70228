using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Director.Operations;

/// <param name="Media">Only this file, when given.</param>
internal sealed record RemoveSound(SoundRole Role, string? Media = null) : EditOperation
{
    public override void Apply(EditDesk desk)
    {
        var word = Role switch { SoundRole.Music => "music", SoundRole.Voiceover => "voiceover", _ => "sound effect" };
        if (desk.Timeline.Sounds(Role).Count == 0)
        {
            if (!desk.IsNew)
            {
                desk.CannotDo($"There is no {word} to remove.");
            }

            return;
        }

        desk.Change(
            desk.Timeline.ChangingSounds(Role, sound => Media is null || sound.Source == Media ? null : sound), $"no {word}");
        if (Role == SoundRole.Voiceover && desk.Timeline.Sounds(SoundRole.Voiceover).Count == 0)
        {
            desk.Amend(desk.Timeline.ChangingSounds(SoundRole.Music, AddSound.TakingRoom));
        }
    }
}
