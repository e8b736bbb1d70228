namespace VideoCreateAi.Mcp.Ledger;

/// <summary>Where the ledger lies. Apart from the database, whose use loads all that it is made of.</summary>
internal static class LedgerFile
{
    public static string PathIn(string dataFolder) => Path.Combine(dataFolder, "ledger.db");

    /// <summary>False where no server has ever had anything to remember.</summary>
    public static bool HasBegun(string dataFolder) => File.Exists(PathIn(dataFolder));
}
