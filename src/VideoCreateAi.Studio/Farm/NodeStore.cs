using System.Globalization;
using VideoCreateAi.Studio.Store;

namespace VideoCreateAi.Studio.Farm;

/// <summary>Which workers there are, by the database's clock.</summary>
internal sealed class NodeStore(StudioDatabase database)
{
    private const int GoneAfterMilliseconds = 20_000;

    /// <summary>Says that a worker is there. To be said again every few seconds.</summary>
    public async Task BeatAsync(NodeOptions node, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        await connection.ExecuteAsync(
            $"INSERT INTO workers (worker_id, slots, seen_ms) VALUES (@id, @slots, {database.Now}) ON CONFLICT (worker_id) DO UPDATE SET slots=@slots, seen_ms={database.Now}",
            cancellationToken, ("id", node.Id), ("slots", (long)node.Slots));
    }

    public async Task LeaveAsync(NodeOptions node, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        await connection.ExecuteAsync("DELETE FROM workers WHERE worker_id=@id", cancellationToken, ("id", node.Id));
    }

    /// <summary>Places for work on all workers that were seen lately.</summary>
    public async Task<int> SlotsAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return Convert.ToInt32(
            await connection.ScalarAsync(
                $"SELECT COALESCE(SUM(slots), 0) FROM workers WHERE seen_ms > {database.Now} - {GoneAfterMilliseconds.ToString(CultureInfo.InvariantCulture)}", cancellationToken),
            CultureInfo.InvariantCulture);
    }
}
