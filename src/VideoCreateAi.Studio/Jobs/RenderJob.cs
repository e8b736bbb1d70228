using System.Globalization;
using Quartz;
using VideoCreateAi.Studio.Farm;
using VideoCreateAi.Studio.Store;

namespace VideoCreateAi.Studio.Jobs;

/// <summary>What Quartz wakes: hands the ticket to the worker.</summary>
/// <param name="parts">Null where renders are made as a whole.</param>
internal sealed class RenderJob(RenderWorker worker, StudioDatabase database, PartWorker? parts = null) : IJob
{
    public const string RenderIdKey = "id";
    public const string PartKey = "part";

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        var id = context.MergedJobDataMap.GetString(RenderIdKey)!;

        // The engine says that the node that ran it is gone; a node on its own knows that it is.
        var takesOver = context.Recovering || !database.IsShared;
        if (parts is not null && context.MergedJobDataMap.TryGetString(PartKey, out var part) && part is not null)
        {
            await parts.RunAsync(id, int.Parse(part, CultureInfo.InvariantCulture), takesOver, cancellationToken);
        }
        else
        {
            await worker.RunAsync(id, takesOver, cancellationToken);
        }
    }
}
