using System.Globalization;
using System.Net.Http.Headers;

namespace VideoCreateAi.Mcp.Gateway.Transport;

/// <summary>The wait that a backend asks for, made safe: it may be a number, a date, several of them, nonsense or ten years.</summary>
internal static class RetryAfter
{
    private const string Header = "Retry-After";

    private static readonly TimeSpan s_least = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_most = TimeSpan.FromHours(24);

    /// <summary>The longest wait that is asked for, from 1 second to 24 hours; null when none can be read.</summary>
    public static TimeSpan? Of(HttpResponseMessage response, TimeProvider clock)
    {
        TimeSpan? longest = null;
        if (response.Headers.NonValidated.TryGetValues(Header, out var values))
        {
            foreach (var value in values)
            {
                if (Read(value, clock) is { } wait && (longest is null || wait > longest))
                {
                    longest = wait;
                }
            }
        }

        return longest;
    }

    private static TimeSpan? Read(string value, TimeProvider clock)
    {
        if (RetryConditionHeaderValue.TryParse(value, out var known) && known.Date is { } date)
        {
            return Clamp((date - clock.GetUtcNow()).TotalSeconds);
        }

        TimeSpan? longest = null;
        foreach (var part in value.Split(','))
        {
            if (!double.TryParse(part, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) || double.IsNaN(seconds))
            {
                return null;
            }

            var wait = Clamp(seconds);
            longest = longest > wait ? longest : wait;
        }

        return longest;
    }

    private static TimeSpan Clamp(double seconds) =>
        TimeSpan.FromSeconds(Math.Clamp(seconds, s_least.TotalSeconds, s_most.TotalSeconds));
}
