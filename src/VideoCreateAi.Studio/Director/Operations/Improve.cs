using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Director.Operations;

/// <summary>A wish for something better that says no more: what is missing is added, a little and by rule, and never what is there already changed.</summary>
internal sealed record Improve : EditOperation
{
    private static readonly TimeSpan s_fade = TimeSpan.FromSeconds(0.8);
    private static readonly TimeSpan s_worthFading = TimeSpan.FromSeconds(5);

    public override void Apply(EditDesk desk)
    {
        var shots = desk.Timeline.Shots();
        if (shots.Count > 1 && shots.All(shot => shot.Transition is null))
        {
            new SetTransitions("crossfade", null, null) { OnlyBetweenStills = true }.Apply(desk);
        }

        if (shots.All(shot => shot.Adjustment == Adjustment.None && shot.Filter == "none"))
        {
            new ChangeLook(ShotReference.All) { Adjust = new Adjustment(0, 0.08, 0.1), Step = "a little more contrast and colour" }.Apply(desk);
        }

        if (desk.Timeline.FadeOut == TimeSpan.Zero && desk.Timeline.ProgrammeEnd() >= s_worthFading)
        {
            new SetFades(null, s_fade).Apply(desk);
        }

        if (desk.Timeline.Sounds(SoundRole.Music).Count == 0)
        {
            new EditMusic { Mood = desk.Assets.Any(asset => asset.Kind == AssetKind.Audio && !SoundNames.IsSpoken(asset.Name)) ? null : "calm" }.Apply(desk);
        }

        desk.Mention(Ideas.For(desk.Timeline));
    }
}
