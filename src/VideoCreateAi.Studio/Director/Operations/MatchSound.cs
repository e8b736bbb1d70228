using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Director.Operations;

/// <summary>Makes the picture exactly as long as a sound file.</summary>
internal sealed record MatchSound(string Media) : EditOperation
{
    public override EditStage Stage => EditStage.Total;

    public override void Apply(EditDesk desk)
    {
        if (desk.Find(Media) is { } sound)
        {
            new SetTotal(sound.Duration.Rounded()).Apply(desk);
        }
    }
}
