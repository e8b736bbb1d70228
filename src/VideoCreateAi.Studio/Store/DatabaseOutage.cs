using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace VideoCreateAi.Studio.Store;

/// <summary>A database server that does not answer, or is on its way down or up. It passes.</summary>
internal static class DatabaseOutage
{
    public const string Code = "database_unavailable";

    public const string Words = "The studio's database does not answer at the moment. Nothing was changed; try again shortly.";

    // Class 57 of PostgreSQL: somebody stopped it or it starts; class 08: the connection broke.
    private static readonly string[] s_classes = ["57", "08"];

    public static bool IsCauseOf(Exception exception) => exception switch
    {
        SqliteException => false,
        DbException fault when fault.IsTransient || s_classes.Any(start => fault.SqlState?.StartsWith(start, StringComparison.Ordinal) == true) => true,
        DbException { SqlState: null } => true,
        _ => exception.InnerException is { } inner && IsCauseOf(inner),
    };
}
