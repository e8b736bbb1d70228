using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Director.Operations;

/// <summary>The colour that is seen around pictures which are shown whole.</summary>
/// <param name="Color"><c>#RRGGBB</c>.</param>
internal sealed record SetBackground(string Color, string Told) : EditOperation
{
    public override void Apply(EditDesk desk)
    {
        var shots = Enumerable.Range(0, desk.Timeline.Shots().Count).ToHashSet();
        var whole = desk.Timeline.Shots().Any(shot => shot.Fit is Fit.Contain or Fit.Blur);
        var changed = desk.Timeline.ChangingShots([.. shots], shot => shot.Fit == Fit.Blur ? shot with { Fit = Fit.Contain } : shot) with { Background = Color };
        desk.Change(changed, $"background {Told}");
        if (!whole)
        {
            desk.Mention("The pictures fill the frame, so the background is seen only where none is; say \"show the pictures whole\" to see it around them.");
        }
    }
}
