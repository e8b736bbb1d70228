namespace VideoCreateAi.Studio.Timeline;

/// <summary>A rectangle in fractions (0 to 1) of the canvas or of a source picture.</summary>
internal readonly record struct FractionRect(double X, double Y, double Width, double Height);
