namespace VideoCreateAi.Mcp.Translation;

/// <summary>What the sentences before tell about the next.</summary>
/// <param name="GoesOn">The one before was all about the window.</param>
/// <param name="Control">The control that the one before describes; "click it" means that.</param>
/// <param name="Step">The way to the file, the account or an upload has begun: a control without a name is a step of it.</param>
/// <param name="Story">It is a point of a list of scenes.</param>
internal readonly record struct GuiContext(bool GoesOn, GuiCue Control, bool Step, bool Story);
