namespace VideoCreateAi.Mcp.Files;

internal enum PathVerdict
{
    Outside,
    Hidden,
    Allowed,
}
