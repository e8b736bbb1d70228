namespace VideoCreateAi.Studio.Rendering;

/// <summary>A finished file, as it was measured.</summary>
/// <param name="Notes">What a careful editor would want to know, in words for the user.</param>
internal sealed record RenderedFile(string Path, long Bytes, int Width, int Height, TimeSpan Duration, int Frames, IReadOnlyList<string> Notes)
{
    /// <summary>ffprobe's name of the matrix that every video here is written with, and says so itself.</summary>
    public const string ColorMatrix = "bt709";
}
