namespace VideoCreateAi.Studio.Director;

/// <summary>A file of the project as the director knows it.</summary>
/// <param name="Id">Media id, what a segment's source names.</param>
/// <param name="Name">The file name as the user uploaded it.</param>
/// <param name="Width">Pixels as displayed; 0 for sound.</param>
/// <param name="Duration">Zero for a still.</param>
internal sealed record Asset(string Id, string Name, AssetKind Kind, int Width, int Height, TimeSpan Duration, bool HasSound);
