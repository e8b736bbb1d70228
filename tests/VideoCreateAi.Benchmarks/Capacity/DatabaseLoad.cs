namespace VideoCreateAi.Benchmarks.Capacity;

/// <summary>What a farm asks of its database. Counted in PostgreSQL's own log (<c>log_statement=all</c>) of an API node and a worker while
/// exports of 10 and 40 s were made, and a minute without any; with BEGIN, COMMIT and what the pool sends when a connection goes back.</summary>
internal static class DatabaseLoad
{
    /// <summary>Of a ticket, from its writing to its deletion, and of the rows behind it. A third is the pool's.</summary>
    public const double OfTicket = 45;

    /// <summary>Of an export on nodes that answer: a project with five files, a message, the export, its client's questions, the look at it.</summary>
    public const double OfExport = 260;

    /// <summary>A second, of an attempt that runs: one report, and the connection's return.</summary>
    public const double OfAttempt = 2;

    /// <summary>A second, of a node that answers and has nothing to do: it looks for what was handed in and for credits three times a second.</summary>
    public const double OfApiNode = 25;

    /// <summary>A second, of a worker that has nothing to do: the engine's polls and check-ins, the sweep.</summary>
    public const double OfWorker = 13;

    /// <summary>At most, of a node: our pool, and the engine's.</summary>
    public const int Connections = 40;

    /// <param name="tickets">A second.</param>
    /// <param name="exports">A second.</param>
    /// <param name="running">Attempts at once.</param>
    public static double StatementsPerSecond(double tickets, double exports, double running, int apiNodes, int workers) =>
        tickets * OfTicket + exports * OfExport + running * OfAttempt + apiNodes * OfApiNode + workers * OfWorker;
}
