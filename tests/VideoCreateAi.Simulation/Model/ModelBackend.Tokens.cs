using System.Globalization;
using System.Net;
using VideoCreateAi.Protocol;

namespace VideoCreateAi.Simulation.Model;

internal sealed partial class ModelBackend
{
    private static readonly TimeSpan s_week = TimeSpan.FromDays(7);

    private readonly Dictionary<string, (string Token, TimeSpan At)> _given = [];
    private readonly HashSet<string> _valid = [Configured];

    public static string ConfiguredToken => Configured;

    /// <summary>Starter tokens that were given out new, by client id, with their time.</summary>
    public List<(string ClientId, TimeSpan At)> Given { get; } = [];

    private bool IsValid(string? token) => token is not null && _valid.Contains(token);

    private void Expire(string? token)
    {
        if (token is not null && token != Configured)
        {
            _valid.Remove(token);
        }
    }

    private ModelReply GiveToken(LoggedRequest request)
    {
        if (request.ClientId is not { } client)
        {
            return Failure(BackendCode.MissingClientId, "missing X-Client-Id");
        }

        var now = world.Clock.Elapsed;
        if (_given.TryGetValue(client, out var earlier) && now - earlier.At < s_week)
        {
            // One that was refused since does not come back: a new one is a new account.
            return world.Schedule.GivesTokenAgain && _valid.Contains(earlier.Token)
                ? Token(earlier.Token)
                : Failure(BackendCode.RateLimited, "one token per client in seven days") with { RetryAfter = s_week - (now - earlier.At) };
        }

        var token = string.Create(CultureInfo.InvariantCulture, $"nmv_anon_{Given.Count + 1}");
        _given[client] = (token, now);
        _valid.Add(token);
        Given.Add((client, now));
        return Token(token);
    }

    private ModelReply Token(string token) => Data(
        $$"""{"token":"{{token}}","user_id":"user_{{token}}","expires_at":"{{(world.Clock.GetUtcNow() + s_week).UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}}","credits":100}""");

    private static ModelReply Limited(TimeSpan? wait) =>
        ModelReply.Json("""{"code":429,"message":"slow down"}""", HttpStatusCode.TooManyRequests) with { RetryAfter = wait };
}
