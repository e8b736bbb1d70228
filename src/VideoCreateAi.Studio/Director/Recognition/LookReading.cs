using VideoCreateAi.Studio.Director.Operations;
using VideoCreateAi.Studio.Director.Reading;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Director.Recognition;

/// <summary>Where a text stands and how it looks.</summary>
internal static class LookReading
{
    /// <summary>The value of a position that was told before: "in the same corner".</summary>
    public const string SamePlace = "same";

    public static TextLook Take(Clause clause, int from, int to, TextPosition? before = null)
    {
        var look = new TextLook();
        foreach (var index in clause.Open.Where(index => index >= from && index < to).ToList())
        {
            var term = clause.Terms[index];
            TextLook? read = term.Sense switch
            {
                Sense.Position when term.Value == SamePlace => look with { Position = before },
                Sense.Position => look with { Position = Position(term.Value) },
                Sense.Middle => look with { Position = TextPosition.Center },
                // "white on a black box"
                Sense.TextColour when look.Color is not null && clause.SenseAt(index - 1) == Sense.Word => look with { Style = TextStyle.Box },
                Sense.TextColour => look with { Color = term.Value },
                Sense.Font when term.Value.Length > 0 => look with { Font = term.Value },
                Sense.TextSize => look with { SizeFactor = term.Number },
                Sense.Animation => look with { Animation = Enum.Parse<TextAnimation>(term.Value, ignoreCase: true) },
                Sense.FadeInWord or Sense.FadeOutWord or Sense.Fade => look with { Animation = TextAnimation.Fade },
                _ => null,
            };
            if (read is not null)
            {
                clause.TakeAt(index);
                look = read;
            }
        }

        return look;
    }

    private static TextPosition Position(string word) =>
        Enum.Parse<TextPosition>(word.Replace("-", "", StringComparison.Ordinal), ignoreCase: true);
}
