namespace VideoCreateAi.Mcp.Translation;

/// <param name="Text">The reply without what only an editor's window could do.</param>
/// <param name="Actions">What it offered there, in order of first mention, each once.</param>
internal sealed record TranslatedReply(string Text, IReadOnlyList<GuiAction> Actions);
