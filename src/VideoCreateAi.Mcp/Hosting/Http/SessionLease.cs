namespace VideoCreateAi.Mcp.Hosting.Http;

/// <summary>A request that is under way in a session, which is not idle meanwhile.</summary>
internal sealed class SessionLease(HttpSession session, Action<HttpSession> giveBack) : IDisposable
{
    public HttpSession Session => session;

    public void Dispose() => giveBack(session);
}
