using Quartz;

namespace VideoCreateAi.Studio.Jobs;

internal sealed class QuartzRenderQueue(ISchedulerFactory schedulers) : IRenderQueue
{
    public const string Group = "render";

    public async Task EnqueueAsync(string renderId, CancellationToken cancellationToken)
    {
        var scheduler = await schedulers.GetScheduler(cancellationToken);
        var key = new JobKey(renderId, Group);
        if (await scheduler.Exists(key, cancellationToken))
        {
            return;
        }

        var job = JobBuilder.Create<RenderJob>().WithIdentity(key).RequestRecovery().UsingJobData(RenderJob.RenderIdKey, renderId).Build();
        var trigger = TriggerBuilder.Create().WithIdentity(renderId, Group).WithExecutionGroup(Group).StartNow().Build();
        await scheduler.ScheduleJob(job, trigger, options: default, cancellationToken);
    }
}
