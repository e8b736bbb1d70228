namespace VideoCreateAi.Mcp.Routing;

/// <summary>What a message asks of the assistant. <see cref="Generate"/> is the conversation with the backend: create, edit, advise.</summary>
internal enum Intent
{
    Generate,
    Upload,
    State,
    Credits,
    Export,
}
