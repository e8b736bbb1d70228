namespace VideoCreateAi.Studio.Rendering;

/// <summary>A finished file, as ffprobe measured it.</summary>
/// <param name="Notes">What a careful editor would want to know, in words for the user.</param>
internal sealed record RenderedFile(string Path, long Bytes, int Width, int Height, TimeSpan Duration, int Frames, IReadOnlyList<string> Notes);
