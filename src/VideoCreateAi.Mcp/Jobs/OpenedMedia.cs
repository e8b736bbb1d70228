namespace VideoCreateAi.Mcp.Jobs;

/// <summary>What a call handed over, opened and judged.</summary>
/// <param name="Uploads">Media and addresses; whoever gets this disposes it or gives it to a job.</param>
/// <param name="Scripts">Text files, already read.</param>
internal sealed record OpenedMedia(JobUploads Uploads, IReadOnlyList<OpenedScript> Scripts);
