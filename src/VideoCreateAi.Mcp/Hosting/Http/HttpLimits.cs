namespace VideoCreateAi.Mcp.Hosting.Http;

/// <summary>What one endpoint takes before it refuses.</summary>
internal sealed record HttpLimits
{
    /// <summary>As long as a line over standard input may be.</summary>
    public long LargestBody { get; init; } = 8 * 1024 * 1024;

    /// <summary>More than a few programs that forget to close theirs could use up.</summary>
    public int MostConnections { get; init; } = 2000;

    public TimeSpan BodyLimit { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>From a request to the end of its answer: longer than the longest wait that a tool takes. Streams that a client
    /// opens to listen have no end of their own.</summary>
    public TimeSpan AnswerLimit { get; init; } = TimeSpan.FromMinutes(15);

    public int MostSessions { get; init; } = 64;

    /// <summary>How long a session without any request is kept. Its client hears 404 then and begins anew.</summary>
    public TimeSpan IdleLimit { get; init; } = TimeSpan.FromHours(2);
}
