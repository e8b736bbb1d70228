namespace VideoCreateAi.Mcp.Jobs;

/// <param name="Joined">True when an earlier job of the same request was found and nothing was begun.</param>
internal sealed record BegunJob(Job Job, bool Joined);
