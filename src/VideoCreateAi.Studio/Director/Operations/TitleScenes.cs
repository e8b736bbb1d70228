using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Director.Operations;

/// <summary>Scenes without pictures show their words, so that there is something to see.</summary>
/// <param name="Subject">What one scene is about, where its own words are a whole message; null = each scene's own words.</param>
internal sealed record TitleScenes(string? Subject) : EditOperation
{
    private const int Longest = 60;

    public override void Apply(EditDesk desk)
    {
        foreach (var scene in desk.Timeline.Shots().Where(shot => shot is { Kind: PictureKind.Scene, Source: null }).ToList())
        {
            var words = Shortened(Subject ?? scene.Prompt ?? "");
            if (words.Length > 0)
            {
                desk.Amend(desk.Timeline.Adding(TextRole.Title, new TextSegment
                {
                    Id = "", Text = words, Range = scene.SlotRange(), Animation = TextAnimation.Fade, Style = TextStyle.Shadow,
                }));
            }
        }
    }

    private static string Shortened(string text)
    {
        var line = text.Trim();
        if (line.Length > Longest)
        {
            var end = line.LastIndexOf(' ', Longest);
            line = line[..(end > Longest / 2 ? end : Longest)].TrimEnd(',', ';', ' ') + "…";
        }

        return line.Length == 0 ? line : char.ToUpperInvariant(line[0]) + line[1..];
    }
}
