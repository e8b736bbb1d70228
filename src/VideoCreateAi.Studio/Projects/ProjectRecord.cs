namespace VideoCreateAi.Studio.Projects;

/// <summary>A project's row.</summary>
/// <param name="Head">Sequence number of the current version; 0 = nothing has been made yet.</param>
internal sealed record ProjectRecord(string SessionId, string TaskId, string UserId, string Name, string Language, long Head);
