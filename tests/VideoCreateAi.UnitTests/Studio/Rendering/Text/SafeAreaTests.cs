using VideoCreateAi.Studio.Rendering;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.UnitTests.Studio.Rendering.Text;

public sealed class SafeAreaTests
{
    public static TheoryData<string, string, string> Cases
    {
        get
        {
            var cases = new TheoryData<string, string, string>();
            foreach (var platform in Platform.All)
            {
                foreach (var position in Enum.GetNames<TextPosition>())
                {
                    cases.Add(platform.Name, position, nameof(TextRole.Title));
                    cases.Add(platform.Name, position, nameof(TextRole.Caption));
                }
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task No_letter_lies_where_an_app_lays_its_buttons(string name, string position, string role)
    {
        var platform = Platform.Find(name)!;
        var canvas = new Canvas(platform.Width / 4 & ~1, platform.Height / 4 & ~1);
        var text = TextStage.Segment("Words that are long enough for several lines on any of them") with { Position = Enum.Parse<TextPosition>(position), Style = TextStyle.Outline };
        var stage = new TextStage(text, Enum.Parse<TextRole>(role), canvas, platform.Safe);

        var ink = TextStage.Ink(await stage.FrameAsync(40));

        Assert.True(ink.Count > 200, "Nothing was drawn.");
        Assert.InRange(ink.Min(place => place.X), platform.Safe.Left * canvas.Width - 1, canvas.Width);
        Assert.InRange(ink.Max(place => place.X), 0, (1 - platform.Safe.Right) * canvas.Width + 1);
        Assert.InRange(ink.Min(place => place.Y), platform.Safe.Top * canvas.Height - 1, canvas.Height);
        Assert.InRange(ink.Max(place => place.Y), 0, (1 - platform.Safe.Bottom) * canvas.Height + 1);
    }
}
