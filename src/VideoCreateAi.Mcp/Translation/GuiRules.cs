namespace VideoCreateAi.Mcp.Translation;

/// <summary>From the cues of a clause that speaks of the window to the action. First match wins.</summary>
internal static class GuiRules
{
    public const GuiCue Verb = GuiCue.Click | GuiCue.Press | GuiCue.Open | GuiCue.View | GuiCue.Play | GuiCue.Drag | GuiCue.Handle
        | GuiCue.Adjust | GuiCue.Use | GuiCue.Refresh | GuiCue.Bring | GuiCue.Key;

    /// <summary>What can be operated or gone to.</summary>
    public const GuiCue Target = GuiCue.Export | GuiCue.Upload | GuiCue.Account | GuiCue.Preview | GuiCue.Panel | GuiCue.Control
        | GuiCue.Knob | GuiCue.Menu | GuiCue.Revise | GuiCue.Shelf | GuiCue.Slot | GuiCue.Playhead | GuiCue.Place | GuiCue.Step;

    /// <summary>What says enough without a noun beside it.</summary>
    public const GuiCue Plain = GuiCue.Click | GuiCue.Play | GuiCue.Drag | GuiCue.Handle | GuiCue.Refresh | GuiCue.Bring | GuiCue.Key;

    /// <summary>What can be described and then operated.</summary>
    public const GuiCue Things = GuiCue.Control | GuiCue.Knob | GuiCue.Menu;

    public const GuiCue Pointing = GuiCue.Click | GuiCue.Press;
    private const GuiCue Operating = Pointing | GuiCue.Use | GuiCue.Adjust | GuiCue.Handle | GuiCue.Lets | GuiCue.Via;
    private const GuiCue Named = GuiCue.Quote | GuiCue.Label;

    private static readonly Rule[] s_rules =
    [
        new(GuiAction.Upload) { All = GuiCue.Drag | GuiCue.File, None = GuiCue.Slot },
        new(GuiAction.Upload) { All = GuiCue.Drag | GuiCue.Shelf, None = GuiCue.Slot },
        new(GuiAction.ShowTracks) { All = GuiCue.Playhead, Any = Verb | GuiCue.Lets, None = GuiCue.Revise | GuiCue.Slot, Alone = true },
        new(GuiAction.SendEdit) { All = GuiCue.Drag },
        new(GuiAction.Credits) { All = GuiCue.Account, Any = Verb | GuiCue.There | GuiCue.Lets | GuiCue.Via },
        new(GuiAction.Upload) { All = GuiCue.Upload, Any = Verb | GuiCue.Lets | GuiCue.Via },
        new(GuiAction.Upload) { All = GuiCue.Bring, Any = GuiCue.File | GuiCue.Control | GuiCue.Shelf | Named },
        new(GuiAction.ShowTracks) { All = GuiCue.Play },
        new(GuiAction.Export) { All = GuiCue.Export, Any = Operating | GuiCue.Open | GuiCue.Menu },
        new(GuiAction.Export) { All = GuiCue.Export | GuiCue.Control, Any = GuiCue.There | GuiCue.View },
        new(GuiAction.Upload) { All = GuiCue.Upload | GuiCue.Control, Any = GuiCue.There },
        new(GuiAction.SendEdit) { All = GuiCue.Key },
        new(GuiAction.SendEdit) { All = GuiCue.Knob, Any = Operating | GuiCue.Open },
        new(GuiAction.SendEdit) { All = GuiCue.Revise, Any = Pointing | GuiCue.Use | GuiCue.Lets },
        new(GuiAction.SendEdit) { All = GuiCue.Handle },
        new(GuiAction.ShowTracks) { All = GuiCue.Preview, Any = GuiCue.Open | GuiCue.View | GuiCue.There | GuiCue.Lets | Pointing },
        new(GuiAction.SendEdit) { All = GuiCue.Preview, Any = GuiCue.Adjust },
        new(GuiAction.ShowTracks) { All = GuiCue.Preview, Any = GuiCue.Use },
        new(GuiAction.QueryState) { All = GuiCue.Refresh },
        new(GuiAction.SendEdit) { All = GuiCue.Panel | GuiCue.Adjust, None = GuiCue.Open | GuiCue.View },
        new(GuiAction.QueryState) { All = GuiCue.Panel, Any = GuiCue.Open | GuiCue.View | GuiCue.There },
        new(GuiAction.QueryState) { All = GuiCue.Panel, Any = Pointing | GuiCue.Lets, None = GuiCue.Control },
        new(GuiAction.SendEdit) { All = GuiCue.Panel | GuiCue.Use },
        new(GuiAction.QueryState) { All = GuiCue.Place, Any = GuiCue.Open | GuiCue.There },
        new(GuiAction.QueryState) { All = GuiCue.Shelf, Any = GuiCue.Open | GuiCue.View },
    ];

    // The control has no meaning of its own: what it is wanted for tells.
    private static readonly Rule[] s_byAim =
    [
        new(GuiAction.Credits) { All = GuiCue.Account },
        new(GuiAction.Upload) { All = GuiCue.Upload },
        new(GuiAction.Export) { All = GuiCue.Export },
        new(GuiAction.SendEdit) { All = GuiCue.Revise },
        new(GuiAction.ShowTracks) { All = GuiCue.Preview },
        new(GuiAction.QueryState) { All = GuiCue.Panel },
    ];

    private static readonly Rule[] s_unnamed =
    [
        new(GuiAction.SendEdit) { All = GuiCue.Menu | GuiCue.Click, Alone = true },
        new(GuiAction.QueryState) { All = GuiCue.Menu, Any = Verb, Alone = true },
        new(GuiAction.SendEdit) { All = GuiCue.Step, Any = Pointing, Unclear = true },
        new(GuiAction.QueryState) { All = GuiCue.Control, Any = GuiCue.View, None = Pointing | GuiCue.Use | GuiCue.Adjust, Alone = true },
        new(GuiAction.SendEdit) { All = GuiCue.Control, Any = Operating, None = GuiCue.There },
        new(GuiAction.SendEdit) { All = GuiCue.Click, Any = Named, Unclear = true },
        new(GuiAction.SendEdit) { All = GuiCue.Press, Any = Named, Unclear = true },
    ];

    /// <param name="cues">What is done to what.</param>
    /// <param name="aims">What the sentence says that it is good for.</param>
    public static Rule? Match(GuiCue cues, GuiCue aims)
    {
        if (First(s_rules, cues) is { } rule)
        {
            return rule;
        }

        var unnamed = First(s_unnamed, cues);
        return unnamed is not null || (cues & GuiCue.Click) != 0 ? First(s_byAim, aims) ?? unnamed : null;
    }

    private static Rule? First(Rule[] rules, GuiCue cues)
    {
        foreach (var rule in rules)
        {
            if ((cues & rule.All) == rule.All && (rule.Any == GuiCue.None || (cues & rule.Any) != GuiCue.None) && (cues & rule.None) == GuiCue.None)
            {
                return rule;
            }
        }

        return null;
    }

    internal sealed record Rule(GuiAction Action)
    {
        public GuiCue All { get; init; }

        public GuiCue Any { get; init; }

        public GuiCue None { get; init; }

        /// <summary>Only leads to something: no action of its own in a sentence that has another.</summary>
        public bool Alone { get; init; }

        /// <summary>A name that tells nothing: a step of the export or the upload that was spoken of before it.</summary>
        public bool Unclear { get; init; }
    }
}
