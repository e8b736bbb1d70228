namespace VideoCreateAi.Studio.Rendering.Chunks;

/// <summary>An encoded chunk.</summary>
/// <param name="Notes">What was noticed while it was made.</param>
internal sealed record ChunkFile(string Path, IReadOnlyList<string> Notes);
