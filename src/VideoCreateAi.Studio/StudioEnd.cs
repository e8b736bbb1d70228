namespace VideoCreateAi.Studio;

/// <summary>How a studio's run ended.</summary>
/// <param name="Message">For a person; null when there is nothing to say.</param>
public sealed record StudioEnd(int ExitCode, string? Message)
{
    /// <summary>Another studio holds the data directory: connect to that one.</summary>
    public const int AlreadyRunningCode = 3;

    public static readonly StudioEnd Done = new(0, null);
}
