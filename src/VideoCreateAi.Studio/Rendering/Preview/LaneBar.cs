namespace VideoCreateAi.Studio.Rendering.Preview;

/// <summary>A segment on a lane.</summary>
/// <param name="Start">Fraction of the video's length, 0 to 1.</param>
/// <param name="Label">What it is, in few letters; shown where it fits.</param>
/// <param name="Number">A shot's number, shown where the label does not fit; null on other lanes.</param>
internal sealed record LaneBar(double Start, double End, string Label, int? Number = null);
