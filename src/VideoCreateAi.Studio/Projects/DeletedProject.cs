namespace VideoCreateAi.Studio.Projects;

/// <summary>What a project that is gone leaves on the disk, for the caller to delete.</summary>
/// <param name="Media">Ids that no other project names.</param>
/// <param name="Files">Names of finished renders.</param>
internal sealed record DeletedProject(IReadOnlyList<string> Media, IReadOnlyList<string> Files);
