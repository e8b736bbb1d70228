using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ModelContextProtocol.Server;

namespace VideoCreateAi.Mcp.Hosting.Http;

/// <summary>The sessions that are alive: so many at most, none idle for longer than its time.</summary>
internal sealed class HttpSessions(
    IOptions<McpServerOptions> options, IServiceProvider services, HttpLimits limits, TimeProvider clock, ILoggerFactory loggers)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, HttpSession> _sessions = new(StringComparer.Ordinal);

    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _sessions.Count;
            }
        }
    }

    /// <summary>A new session, in the place of the one that has been idle longest when there is no other place.</summary>
    /// <returns>Null when all of them are at work.</returns>
    public async Task<SessionLease?> BeginAsync()
    {
        HttpSession? oldest = null;
        SessionLease lease;
        lock (_lock)
        {
            if (_sessions.Count >= limits.MostSessions)
            {
                // Clients that died never say goodbye; the client of one that lives hears 404 and begins anew.
                oldest = _sessions.Values.Where(session => session.OpenRequests == 0).MinBy(session => session.LastUsed);
                if (oldest is null)
                {
                    return null;
                }

                _sessions.Remove(oldest.Id);
            }

            var session = new HttpSession(options.Value, services, loggers);
            _sessions.Add(session.Id, session);
            lease = Lease(session);
        }

        await DisposeAsync(oldest);
        return lease;
    }

    /// <returns>Null when there is no such session, or none any more.</returns>
    public SessionLease? Find(string id)
    {
        lock (_lock)
        {
            return _sessions.TryGetValue(id, out var session) && !IsStale(session) ? Lease(session) : null;
        }
    }

    /// <returns>False when there was none.</returns>
    public async Task<bool> EndAsync(string id)
    {
        HttpSession? session;
        lock (_lock)
        {
            _sessions.Remove(id, out session);
        }

        await DisposeAsync(session);
        return session is not null;
    }

    /// <summary>Ends what has been idle for too long.</summary>
    public Task SweepAsync() => EndAsync(IsStale);

    public Task EndAllAsync() => EndAsync(_ => true);

    private async Task EndAsync(Func<HttpSession, bool> which)
    {
        List<HttpSession> ended;
        lock (_lock)
        {
            ended = [.. _sessions.Values.Where(which)];
            ended.ForEach(session => _sessions.Remove(session.Id));
        }

        await Task.WhenAll(ended.Select(session => session.DisposeAsync().AsTask()));
    }

    private bool IsStale(HttpSession session) => session.OpenRequests == 0 && clock.GetElapsedTime(session.LastUsed) >= limits.IdleLimit;

    private SessionLease Lease(HttpSession session)
    {
        session.OpenRequests++;
        return new SessionLease(session, GiveBack);
    }

    private void GiveBack(HttpSession session)
    {
        lock (_lock)
        {
            session.OpenRequests--;
            session.LastUsed = clock.GetTimestamp();
        }
    }

    private static ValueTask DisposeAsync(HttpSession? session) => session?.DisposeAsync() ?? ValueTask.CompletedTask;
}
