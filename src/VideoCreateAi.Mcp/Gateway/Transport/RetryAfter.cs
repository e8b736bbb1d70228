namespace VideoCreateAi.Mcp.Gateway.Transport;

/// <summary>The wait that a backend asks for, made safe: it may be a number, a date, nonsense or ten years.</summary>
internal static class RetryAfter
{
    private static readonly TimeSpan s_least = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_most = TimeSpan.FromHours(24);

    public static TimeSpan? Of(HttpResponseMessage response, TimeProvider clock)
    {
        var asked = response.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - clock.GetUtcNow(),
            _ => (TimeSpan?)null,
        };
        return asked is { } wait ? TimeSpan.FromTicks(Math.Clamp(wait.Ticks, s_least.Ticks, s_most.Ticks)) : null;
    }
}
