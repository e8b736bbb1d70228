using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Director.Operations;

/// <summary>The picture comes from and goes to the background.</summary>
internal sealed record SetFades(TimeSpan? In, TimeSpan? Out) : EditOperation
{
    public override void Apply(EditDesk desk)
    {
        var most = desk.Timeline.ProgrammeEnd().Times(0.5);
        TimeSpan Bounded(TimeSpan asked) => asked > most ? most : asked;
        var changed = desk.Timeline with
        {
            FadeIn = In is { } fadeIn ? Bounded(fadeIn) : desk.Timeline.FadeIn,
            FadeOut = Out is { } fadeOut ? Bounded(fadeOut) : desk.Timeline.FadeOut,
        };
        var steps = new List<string>();
        if (In is not null)
        {
            steps.Add(changed.FadeIn == TimeSpan.Zero ? "no fade in" : $"fade in {Words.Seconds(changed.FadeIn)}");
        }

        if (Out is not null)
        {
            steps.Add(changed.FadeOut == TimeSpan.Zero ? "no fade out" : $"fade out {Words.Seconds(changed.FadeOut)}");
        }

        desk.Change(changed, string.Join(", ", steps));
    }
}
