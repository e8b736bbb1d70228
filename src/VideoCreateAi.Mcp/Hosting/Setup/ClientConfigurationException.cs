namespace VideoCreateAi.Mcp.Hosting.Setup;

/// <summary>A client's file is not understood, so it is not touched. The message says what is wrong with it.</summary>
internal sealed class ClientConfigurationException(string message, Exception? inner = null) : Exception(message, inner);
