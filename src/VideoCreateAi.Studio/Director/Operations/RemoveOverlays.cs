using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Director.Operations;

internal sealed record RemoveOverlays(string? Media) : EditOperation
{
    public override void Apply(EditDesk desk)
    {
        if (!desk.Timeline.Overlays().Any(overlay => Media is null || overlay.Source == Media))
        {
            desk.CannotDo("There is no overlay to remove.");
            return;
        }

        desk.Change(
            desk.Timeline.ChangingOverlays(overlay => Media is null || overlay.Source == Media ? null : overlay), "overlay removed");
    }
}
