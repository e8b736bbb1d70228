using Quartz;

namespace VideoCreateAi.Studio.Jobs;

internal sealed class QuartzRenderQueue(ISchedulerFactory schedulers, TimeProvider clock) : IRenderQueue
{
    public const string Group = "render";

    private int _rests;

    public bool IsResting => Volatile.Read(ref _rests) > 0;

    public async Task EnqueueAsync(RenderTicket ticket, CancellationToken cancellationToken)
    {
        var scheduler = await schedulers.GetScheduler(cancellationToken);
        var key = new JobKey(ticket.Name, Group);
        if (await scheduler.Exists(key, cancellationToken))
        {
            return;
        }

        var job = JobBuilder.Create<RenderJob>().WithIdentity(key).RequestRecovery().UsingJobData(RenderJob.RenderIdKey, ticket.RenderId);
        if (ticket.Part is { } part)
        {
            job = job.UsingJobData(RenderJob.PartKey, part.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }

        var trigger = TriggerBuilder.Create().WithIdentity(ticket.Name, Group).WithExecutionGroup(Group).StartNow().Build();
        try
        {
            await scheduler.ScheduleJob(job.Build(), trigger, options: default, cancellationToken);
        }
        catch (ObjectAlreadyExistsException)
        {
            // Another node was faster.
        }
    }

    public async Task<IReadOnlySet<string>> UnitsAsync(CancellationToken cancellationToken)
    {
        var scheduler = await schedulers.GetScheduler(cancellationToken);
        var keys = await scheduler.GetJobKeys(GroupMatcher<JobKey>.GroupEquals(Group), cancellationToken);
        return keys.Select(key => RenderTicket.UnitOf(key.Name)).ToHashSet(StringComparer.Ordinal);
    }

    public async Task RestAsync(TimeSpan time, CancellationToken cancellationToken)
    {
        if (Interlocked.Increment(ref _rests) > 1)
        {
            Interlocked.Decrement(ref _rests);
            return;
        }

        try
        {
            var scheduler = await schedulers.GetScheduler(cancellationToken);
            await scheduler.Standby(cancellationToken);
            await Task.Delay(time, clock, cancellationToken);
            await scheduler.Start(cancellationToken);
        }
        finally
        {
            Interlocked.Decrement(ref _rests);
        }
    }
}
