namespace VideoCreateAi.Mcp.Ledger;

/// <summary>The ledger could not be written, so what it would have told of was not begun.</summary>
internal sealed class LedgerUnwritableException(Exception inner) : Exception(
    "This could not be written down, because the data directory is full, read-only or held by another program, so it was not begun: nothing was sent and nothing was charged. Free space there or choose another with --data, then call again.",
    inner);
