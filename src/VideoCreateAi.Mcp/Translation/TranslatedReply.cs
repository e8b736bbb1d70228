namespace VideoCreateAi.Mcp.Translation;

/// <param name="Text">The reply without what only an editor's window could do.</param>
/// <param name="Actions">What it offered there, in order of first mention, each once.</param>
/// <param name="HandEdit">The edit that the user was asked to make by hand, as a plain instruction; null when there is none
/// or it is not clear.</param>
internal sealed record TranslatedReply(string Text, IReadOnlyList<GuiAction> Actions, string? HandEdit = null);
