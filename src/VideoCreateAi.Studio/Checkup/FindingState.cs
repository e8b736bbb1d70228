namespace VideoCreateAi.Studio.Checkup;

/// <summary>How much a finding matters.</summary>
public enum FindingState
{
    Ok,

    /// <summary>Videos are made, with something less.</summary>
    Warning,

    /// <summary>Videos cannot be made, or not as they should be.</summary>
    Missing,
}
