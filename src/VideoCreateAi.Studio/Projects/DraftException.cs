namespace VideoCreateAi.Studio.Projects;

/// <summary>A draft cannot be rendered. The message says what is wrong with it, for the user.</summary>
internal sealed class DraftException(string message) : Exception(message);
