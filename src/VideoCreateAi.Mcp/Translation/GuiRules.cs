namespace VideoCreateAi.Mcp.Translation;

/// <summary>From the cues of a clause that speaks of the window to the action. First match wins.</summary>
internal static class GuiRules
{
    public const GuiCue Target = GuiCue.Export | GuiCue.Upload | GuiCue.Account | GuiCue.Preview | GuiCue.Panel | GuiCue.Control | GuiCue.Revise | GuiCue.Window | GuiCue.Shelf | GuiCue.Slot;
    public const GuiCue Verb = GuiCue.Click | GuiCue.Open | GuiCue.View | GuiCue.Play | GuiCue.Drag | GuiCue.Handle | GuiCue.Use | GuiCue.Refresh | GuiCue.Bring;

    private static readonly Rule[] s_rules =
    [
        new(GuiAction.Upload) { All = GuiCue.Drag | GuiCue.File, None = GuiCue.Slot },
        new(GuiAction.Upload) { All = GuiCue.Drag | GuiCue.Shelf, None = GuiCue.Slot },
        new(GuiAction.ShowTracks) { All = GuiCue.Drag | GuiCue.Play, None = GuiCue.Revise | GuiCue.Slot },
        new(GuiAction.SendEdit) { All = GuiCue.Drag },
        new(GuiAction.Credits) { All = GuiCue.Account, Any = Verb | GuiCue.There | GuiCue.Lets | GuiCue.Window },
        new(GuiAction.Upload) { All = GuiCue.Upload, Any = Verb | GuiCue.Lets },
        new(GuiAction.Upload) { All = GuiCue.Bring, Any = GuiCue.File | GuiCue.Control },
        new(GuiAction.Export) { All = GuiCue.Export, Any = GuiCue.Click | GuiCue.Open | GuiCue.Use | GuiCue.Lets | GuiCue.Handle },
        new(GuiAction.Export) { All = GuiCue.Export | GuiCue.You | GuiCue.Control },
        new(GuiAction.SendEdit) { All = GuiCue.Revise, Any = Verb | GuiCue.Lets },
        new(GuiAction.SendEdit) { All = GuiCue.Handle },
        new(GuiAction.ShowTracks) { All = GuiCue.Play },
        new(GuiAction.ShowTracks) { All = GuiCue.Preview, Any = Verb | GuiCue.There | GuiCue.Lets },
        new(GuiAction.QueryState) { All = GuiCue.Refresh },
        new(GuiAction.QueryState) { All = GuiCue.Panel, Any = GuiCue.Open | GuiCue.View | GuiCue.Click | GuiCue.There | GuiCue.Lets, None = GuiCue.Control },
        new(GuiAction.QueryState) { All = GuiCue.Panel, Any = GuiCue.Open | GuiCue.View },
        new(GuiAction.SendEdit) { All = GuiCue.Control, Any = GuiCue.Click | GuiCue.Use | GuiCue.Lets },
        new(GuiAction.QueryState) { All = GuiCue.Window, Any = Verb | GuiCue.There },
    ];

    public static GuiAction? Match(GuiCue cues)
    {
        foreach (var rule in s_rules)
        {
            if ((cues & rule.All) == rule.All && (rule.Any == GuiCue.None || (cues & rule.Any) != GuiCue.None) && (cues & rule.None) == GuiCue.None)
            {
                return rule.Action;
            }
        }

        return null;
    }

    private sealed record Rule(GuiAction Action)
    {
        public GuiCue All { get; init; }

        public GuiCue Any { get; init; }

        public GuiCue None { get; init; }
    }
}
