namespace VideoCreateAi.Studio.Rendering.Text;

/// <summary>A word of a caption and when it is spoken, on the timeline.</summary>
/// <param name="First">Number of its first cell.</param>
/// <param name="End">Number of the first cell that is no longer its own.</param>
internal sealed record SpokenWord(int First, int End, TimeSpan From, TimeSpan To);
