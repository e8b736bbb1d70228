namespace VideoCreateAi.Mcp.Gateway;

internal enum BackendKind
{
    /// <summary>Our own, on this machine.</summary>
    Studio,

    /// <summary>The NemoVideo service.</summary>
    Cloud,

    /// <summary>An address that the user gave.</summary>
    Address,
}
