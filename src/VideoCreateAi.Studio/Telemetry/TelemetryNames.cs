namespace VideoCreateAi.Studio.Telemetry;

/// <summary>What whoever collects metrics and traces of a studio subscribes to.</summary>
public static class TelemetryNames
{
    /// <summary>The studio's meter, and its source of spans.</summary>
    public const string Studio = "VideoCreateAi.Studio";
}
