namespace VideoCreateAi.Mcp.Jobs;

/// <summary>Something was sent and how it ended cannot be told. The message says what is certain and how to check.</summary>
internal sealed class JobUnclearException(string message) : Exception(message);
