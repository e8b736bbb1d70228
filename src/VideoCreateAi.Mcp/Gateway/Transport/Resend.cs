namespace VideoCreateAi.Mcp.Gateway.Transport;

/// <summary>When a request may go out again on its own. A GET always may.</summary>
internal enum Resend
{
    /// <summary>Never, whatever happened: a turn may cost money.</summary>
    Never,

    /// <summary>After a 429 alone, which says that nothing was done.</summary>
    WhenRateLimited,

    /// <summary>After any passing failure: sending it twice is the same as sending it once.</summary>
    WhenItFailed,
}
