namespace VideoCreateAi.Mcp.Gateway.Turns;

/// <summary>A stream, an event or a line went past what is read.</summary>
internal sealed class TurnTooLargeException(string message) : Exception(message);
