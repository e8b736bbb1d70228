namespace VideoCreateAi.Mcp.Jobs;

internal sealed record OpenedScript(string Name, string Text);
