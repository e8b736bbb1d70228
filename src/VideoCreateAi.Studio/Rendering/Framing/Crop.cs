namespace VideoCreateAi.Studio.Rendering.Framing;

/// <summary>The best place of a window on a picture that is longer than it.</summary>
/// <param name="Center">As a fraction of the picture's length, such that the window lies inside.</param>
/// <param name="IsGood">Whether what the picture is about is inside of it. Then nothing that matters is cut.</param>
internal readonly record struct Crop(double Center, bool IsGood);
