namespace VideoCreateAi.Studio.Telemetry;

/// <summary>The words for what came of an attempt.</summary>
internal static class WorkOutcome
{
    public const string Made = "made";

    /// <summary>Into parts, which others make.</summary>
    public const string Cut = "cut";

    /// <summary>Of its parts.</summary>
    public const string Joined = "joined";

    /// <summary>Interrupted, or no longer wanted.</summary>
    public const string GivenBack = "given_back";

    /// <summary>Another attempt has taken over meanwhile.</summary>
    public const string FencedOff = "fenced_off";

    /// <summary>It went wrong, and somebody tries again.</summary>
    public const string TriedAgain = "tried_again";
    public const string Failed = "failed";
    public const string Refused = "refused";
}
