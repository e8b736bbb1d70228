namespace VideoCreateAi.Studio.Rendering.Preview;

/// <summary>A small JPEG of a timeline.</summary>
/// <param name="Times">Of the frames that it shows, in order.</param>
/// <param name="Missing">Names of media that could not be read.</param>
internal sealed record PreviewPicture(byte[] Jpeg, int Width, int Height, IReadOnlyList<TimeSpan> Times, IReadOnlyList<string> Missing);
