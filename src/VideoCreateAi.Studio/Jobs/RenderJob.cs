using Quartz;

namespace VideoCreateAi.Studio.Jobs;

/// <summary>What Quartz wakes: hands the render's id to the worker.</summary>
internal sealed class RenderJob(RenderWorker worker) : IJob
{
    public const string RenderIdKey = "id";

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) =>
        await worker.RunAsync(context.MergedJobDataMap.GetString(RenderIdKey)!, cancellationToken);
}
