namespace VideoCreateAi.Mcp.Translation;

/// <summary>What a person without the backend's editor does instead of the click that a reply asks for.</summary>
internal enum GuiAction
{
    Export,
    ShowTracks,
    QueryState,
    SendEdit,
    Credits,
    Upload,
}
