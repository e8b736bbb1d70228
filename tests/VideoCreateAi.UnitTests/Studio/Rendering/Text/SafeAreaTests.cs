using VideoCreateAi.Studio.Rendering;
using VideoCreateAi.Studio.Rendering.Compositing;
using VideoCreateAi.Studio.Rendering.Text;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.UnitTests.Studio.Rendering.Text;

public sealed class SafeAreaTests
{
    public static TheoryData<string, TextPosition, TextRole> Cases
    {
        get
        {
            var cases = new TheoryData<string, TextPosition, TextRole>();
            foreach (var platform in Platform.All)
            {
                foreach (var position in Enum.GetValues<TextPosition>())
                {
                    cases.Add(platform.Name, position, TextRole.Title);
                    cases.Add(platform.Name, position, TextRole.Caption);
                }
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    internal async Task No_letter_lies_where_an_app_lays_its_buttons(string name, TextPosition position, TextRole role)
    {
        var platform = Platform.Find(name)!;
        var canvas = new Canvas(platform.Width / 4 & ~1, platform.Height / 4 & ~1);
        var text = TextStage.Segment("Words that are long enough for several lines on any of them") with { Position = position, Style = TextStyle.Outline };
        var stage = new TextStage(text, role, canvas, platform.Safe);

        var ink = TextStage.Ink(await stage.FrameAsync(40));

        Assert.True(ink.Count > 200, "Nothing was drawn.");
        Assert.InRange(ink.Min(place => place.X), platform.Safe.Left * canvas.Width - 1, canvas.Width);
        Assert.InRange(ink.Max(place => place.X), 0, (1 - platform.Safe.Right) * canvas.Width + 1);
        Assert.InRange(ink.Min(place => place.Y), platform.Safe.Top * canvas.Height - 1, canvas.Height);
        Assert.InRange(ink.Max(place => place.Y), 0, (1 - platform.Safe.Bottom) * canvas.Height + 1);
    }
}
