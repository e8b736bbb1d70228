using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Director.Operations;

/// <summary>Puts the user's brand on the video: logo, outro, and the look of its titles.</summary>
internal sealed record ApplyBrand(BrandKit? Kit) : EditOperation
{
    private static readonly TimeSpan s_outro = TimeSpan.FromSeconds(3);

    public override IEnumerable<string> MediaElsewhere => Kit?.Logo is { } logo ? [logo] : [];

    public override void Apply(EditDesk desk)
    {
        if (Kit is null)
        {
            desk.CannotDo("No brand kit is saved yet: say for example \"save logo.png as our brand logo, colour #FF6600, font Inter, outro 'Thanks for watching'\".");
            return;
        }

        if (Kit.Logo is not null && desk.Find(Kit.Logo) is null)
        {
            desk.CannotDo($"The logo {Kit.LogoName} is not here any more; upload it and save it as your brand logo again.");
        }
        else if (Kit.Logo is not null && !desk.Timeline.Overlays().Any(overlay => overlay.Source == Kit.Logo))
        {
            new Overlay(Kit.Logo, null, null, null, WhenShown.Unsaid).Apply(desk);
        }

        if (Kit.Outro is { } outro && !desk.Timeline.Texts(TextRole.Title).Any(title => title.Text == outro))
        {
            new AddTitle(outro, new WhenShown { AtEnd = true, Length = s_outro }, new TextLook()).Apply(desk);
        }

        var titles = desk.Timeline.Texts(TextRole.Title).Count;
        if (titles > 0 && (Kit.Color is not null || Kit.Font is not null))
        {
            desk.Change(
                desk.Timeline.ChangingTexts(TextRole.Title, title => title with { Color = Kit.Color ?? title.Color, Font = Kit.Font ?? title.Font }),
                $"{Words.Count(titles, "title")} in {string.Join(" and ", new[] { Kit.Color, Kit.Font }.OfType<string>())}");
        }
        else if (titles == 0 && (Kit.Color is not null || Kit.Font is not null))
        {
            desk.Mention("Colour and font are used for titles, and there is none yet: add one and say \"use my brand kit\" again.");
        }
    }
}
