using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Director.Operations;

/// <summary>Makes the whole programme so long.</summary>
/// <param name="Relative">The length is added to what it is now.</param>
/// <param name="FromTheEnd">What is too much is cut from the end, instead of a little from every clip.</param>
internal sealed record SetTotal(TimeSpan Length, bool Relative = false, bool FromTheEnd = false) : EditOperation
{
    private const int MostRounds = 3;
    private static readonly TimeSpan s_longest = TimeSpan.FromHours(3);

    // Whoever names so short a time did not mean the whole.
    private static readonly TimeSpan s_leastOfShot = TimeSpan.FromMilliseconds(150);
    private static readonly TimeSpan s_notWorthSaying = TimeSpan.FromMilliseconds(100);

    public override EditStage Stage => Relative ? EditStage.Shots : EditStage.Total;

    public override void Apply(EditDesk desk)
    {
        var now = desk.Timeline.ProgrammeEnd();
        var total = Relative ? now + Length : Length;
        if (desk.Timeline.Shots().Count == 0)
        {
            return;
        }

        if (Impossible(desk, total) is { } problem)
        {
            desk.CannotDo(problem);
            return;
        }

        var changed = (now - total).Duration() < s_notWorthSaying && desk.Timeline.Shots().Any(shot => shot.Kind == PictureKind.Scene) ? desk.Timeline : Fitted(desk, total);
        desk.Change(changed, $"{Words.Seconds(changed.ProgrammeEnd())} long");
        if (Relative)
        {
            SayWhatIsMissing(desk, total);
        }
    }

    /// <summary>Transitions between clips take time from the programme; clips that have more to show give it back.</summary>
    public void Settle(EditDesk desk)
    {
        if (Relative || desk.Timeline.Shots().Count == 0 || Impossible(desk, Length) is not null)
        {
            return;
        }

        // A transition is at most half of a shot, so a new length may move it once more.
        for (var round = 0; round < MostRounds && desk.Timeline.ProgrammeEnd() != Length; round++)
        {
            desk.Amend(Fitted(desk, Length));
        }

        SayWhatIsMissing(desk, Length);
    }

    private static string? Impossible(EditDesk desk, TimeSpan total)
    {
        var count = desk.Timeline.Shots().Count;
        return total > s_longest ? $"A video can be at most {s_longest.TotalHours:0} hours long."
            : total < desk.Timeline.OneFrame() * count || total < s_leastOfShot * count ? $"{Words.Seconds(total)} is too short for {Words.Count(count, "shot")}."
            : null;
    }

    private VideoTimeline Fitted(EditDesk desk, TimeSpan total)
    {
        var shots = desk.Timeline.Shots();
        var more = total - desk.Timeline.ProgrammeEnd();
        var asOne = Relative || FromTheEnd || shots.Count == 1;
        return asOne && !shots.All(shot => shot.IsElastic()) ? LengthSharing.Grown(desk, more) : LengthSharing.Shared(desk, total);
    }

    private static void SayWhatIsMissing(EditDesk desk, TimeSpan total)
    {
        var now = desk.Timeline.ProgrammeEnd();
        if ((now - total).Duration() > s_notWorthSaying)
        {
            desk.CannotDo($"The clips give only {Words.Seconds(now)}, not {Words.Seconds(total)}; slow them down, repeat them or add more.");
        }
    }
}
