namespace VideoCreateAi.Mcp.Jobs;

/// <summary>Somebody stopped what the job was waiting for. The message says what is left as it was.</summary>
internal sealed class JobCancelledException(string message) : Exception(message);
