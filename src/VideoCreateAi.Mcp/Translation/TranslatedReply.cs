namespace VideoCreateAi.Mcp.Translation;

/// <param name="Text">The reply without what only an editor's window could do.</param>
/// <param name="Actions">What it offered there, in order of first mention, each once.</param>
/// <param name="HandEdit">The one edit that the user was asked to make by hand, as a message that asks for it ("Set the volume to 30 %.");
/// null where there is none, more than one, a condition on it, or its object or value is not plain.</param>
internal sealed record TranslatedReply(string Text, IReadOnlyList<GuiAction> Actions, string? HandEdit = null);
