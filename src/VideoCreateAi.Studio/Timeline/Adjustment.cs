namespace VideoCreateAi.Studio.Timeline;

/// <summary>−1 to 1 each; 0 leaves the picture as it is.</summary>
internal readonly record struct Adjustment(double Brightness, double Contrast, double Saturation)
{
    public static readonly Adjustment None;
}
