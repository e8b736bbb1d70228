using Microsoft.Data.Sqlite;

namespace VideoCreateAi.Mcp.Ledger;

/// <summary>One change of the ledger, for carrying out together with others.</summary>
internal sealed record LedgerStatement(string Sql, Action<SqliteParameterCollection> Bind);
