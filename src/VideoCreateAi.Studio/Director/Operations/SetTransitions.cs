using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Director.Operations;

/// <param name="Kind">Null keeps the kind that is there; <c>none</c> removes.</param>
/// <param name="Between">The shots between which; null = everywhere.</param>
internal sealed record SetTransitions(string? Kind, TimeSpan? Length, IReadOnlyList<ShotReference>? Between) : EditOperation
{
    private static readonly TimeSpan s_usual = TimeSpan.FromMilliseconds(500);

    /// <summary>Nothing is said where two clips meet: there a transition would take time from both.</summary>
    public bool OnlyBetweenStills { get; init; }

    public override EditStage Stage => EditStage.Transitions;

    public override void Apply(EditDesk desk)
    {
        var shots = desk.Timeline.Shots();
        var cuts = Between is null
            ? desk.Timeline.AllCuts().ToList()
            : Cuts([.. Between.SelectMany(desk.Resolve)]);
        if (Kind is null && Between is null && cuts.Exists(cut => shots[cut].Transition is not null))
        {
            // What is changed without a kind is what is there.
            cuts = [.. cuts.Where(cut => shots[cut].Transition is not null)];
        }

        if (OnlyBetweenStills)
        {
            cuts = [.. cuts.Where(cut => shots[cut].IsElastic() && shots[cut - 1].IsElastic())];
        }

        if (cuts.Count == 0)
        {
            if (Kind != "none" && !OnlyBetweenStills)
            {
                desk.CannotDo("A transition needs two shots next to each other.");
            }

            return;
        }

        if (Kind == "none")
        {
            Change(desk, desk.Timeline.WithTransitions(cuts, null, exact: true), "no transitions");
            return;
        }

        var there = cuts.Select(cut => shots[cut].Transition).FirstOrDefault(transition => transition is not null);
        var wanted = new Transition(Kind ?? there?.Kind ?? "crossfade", Length ?? there?.Duration ?? s_usual);
        var changed = desk.Timeline.WithTransitions(cuts, wanted, exact: Length is not null);
        var real = changed.Shots()[cuts[0]].Transition;
        Change(desk, changed, real is null ? "no transitions" : $"{Words.Count(cuts.Count, wanted.Kind)} of {Words.Seconds(real.Duration)}");
        if (Length is { } asked && real is not null && real.Duration < asked)
        {
            desk.CannotDo($"A transition can take at most half of a shot, so it is {Words.Seconds(real.Duration)} here.");
        }
    }

    /// <summary>A total that was asked for stays what it is.</summary>
    private static void Change(EditDesk desk, VideoTimeline changed, string step)
    {
        var total = LengthSharing.IsShared(desk) ? desk.Timeline.ProgrammeEnd() : (TimeSpan?)null;
        desk.Change(changed, step);
        if (total is { } kept)
        {
            desk.Amend(LengthSharing.Shared(desk, kept));
        }
    }

    private static List<int> Cuts(List<int> meant) => meant.Count == 1
        ? [meant[0]]
        : [.. meant.Order().Zip(meant.Order().Skip(1)).Where(pair => pair.Second == pair.First + 1).Select(pair => pair.Second)];
}
