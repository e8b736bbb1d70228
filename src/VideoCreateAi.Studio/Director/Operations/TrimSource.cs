using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Director.Operations;

/// <summary>Which part of its file a clip shows; what is null stays as it is.</summary>
internal sealed record TrimSource(ShotReference Shots, TimeSpan? From, TimeSpan? To) : EditOperation
{
    public override EditStage Stage => EditStage.Shots;

    public override void Apply(EditDesk desk)
    {
        var indices = desk.Resolve(Shots);
        foreach (var index in indices)
        {
            var shot = desk.Timeline.Shots()[index];
            if (shot.IsElastic())
            {
                desk.CannotDo($"{shot.Name} is no clip, so there is nothing to trim; give it a length instead.");
                return;
            }

            var source = desk.Find(shot.Source)?.Duration ?? shot.Out;
            var (from, to) = (From ?? shot.In, To ?? shot.Out);
            if (to - from < desk.Timeline.OneFrame() || to > source + desk.Timeline.OneFrame())
            {
                desk.CannotDo($"{shot.Name} is {Words.Seconds(source)} long, so it cannot be shown from {Words.Seconds(from)} to {Words.Seconds(to)}.");
                return;
            }

            desk.Trim(
                desk.Timeline.ChangingShots([index], clip => clip.ShowingSource(from, to > source ? source : to)),
                $"{shot.Name} from {Words.Seconds(from)} to {Words.Seconds(to)} of its file");
        }
    }
}
