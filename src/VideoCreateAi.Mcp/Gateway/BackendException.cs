namespace VideoCreateAi.Mcp.Gateway;

/// <summary>The backend refused or broke its word. The message is written for the model and the user:
/// no tokens, no paths, no response bodies. Those belong in the log.</summary>
internal sealed class BackendException(BackendFault fault, string message, Exception? inner = null)
    : Exception(message, inner)
{
    public BackendFault Fault { get; } = fault;

    /// <summary>The backend's own stable word for the reason, such as <c>heic</c>; null when it gave none.</summary>
    public string? Reason { get; init; }

    /// <summary>How long the backend asked to wait; null when it did not say.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
