using VideoCreateAi.Mcp.Sessions;

namespace VideoCreateAi.Mcp.Features;

/// <summary>The argument <c>wait_seconds</c>.</summary>
internal static class Wait
{
    public const int Default = 45;
    public const int Longest = 600;

    public const string Description =
        "Seconds to wait, 0 to 600, default 45; then a job_id is returned and the job goes on.";

    public static TimeSpan Of(int? seconds) => (seconds ?? Default) is var value and >= 0 and <= Longest
        ? TimeSpan.FromSeconds(value)
        : throw new ToolRefusedException("invalid_argument", $"wait_seconds is {seconds}; it must be 0 to {Longest}.");
}
