namespace VideoCreateAi.Mcp.Sessions;

/// <summary>A call cannot be done as it is. The message is for the model and the user: what happened and the next step.</summary>
/// <param name="code">Stable, lower snake case.</param>
internal sealed class ToolRefusedException(string code, string message) : Exception(message)
{
    public string Code { get; } = code;
}
