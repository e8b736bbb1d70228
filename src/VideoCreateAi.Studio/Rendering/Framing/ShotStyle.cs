using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Rendering.Framing;

/// <summary>What framing needs to know of a shot.</summary>
/// <param name="IsCutOut">A picture with transparent parts: shown whole, with a margin, over a backdrop.</param>
internal sealed record ShotStyle(Fit Fit, Motion Motion, double Seconds, bool IsCutOut)
{
    /// <summary>Nothing of it is cropped.</summary>
    public bool IsWhole => IsCutOut || Fit is Fit.Contain or Fit.Blur;
}
