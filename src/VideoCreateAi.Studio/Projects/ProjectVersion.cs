namespace VideoCreateAi.Studio.Projects;

/// <summary>One step of a project's history.</summary>
/// <param name="Parent">The version that "undo" goes back to; 0 = the empty project.</param>
/// <param name="Draft">The draft's JSON; null = no timeline.</param>
internal sealed record ProjectVersion(long Sequence, long Parent, string Message, string Summary, string? Draft);
