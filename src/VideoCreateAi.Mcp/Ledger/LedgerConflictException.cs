namespace VideoCreateAi.Mcp.Ledger;

/// <summary>Another row stands against this one: a rule that the database holds across processes.</summary>
internal sealed class LedgerConflictException(Exception inner) : Exception("A row of the ledger stands against this one.", inner);
