using VideoCreateAi.Mcp.Files;
using VideoCreateAi.Mcp.Gateway;
using VideoCreateAi.Mcp.Jobs;
using VideoCreateAi.Mcp.Sessions;
using VideoCreateAi.Simulation.Clients;

namespace VideoCreateAi.Simulation;

/// <summary>The person and the agent: they make the calls, look again after a while, start what has died, and go on looking
/// until everything has an end.</summary>
internal sealed class User(World world)
{
    private const int MostTries = 4;
    private const int MostLooks = 300;

    private static readonly TimeSpan s_lookPause = TimeSpan.FromMinutes(1);

    private readonly string?[] _projects = new string?[2];

    public async Task RunAsync()
    {
        if (world.Schedule.CrashShare > 0)
        {
            _ = CrashAtAnyTimeAsync();
        }

        List<Task> all = [];
        foreach (var call in world.Schedule.Calls)
        {
            await world.DelayAsync(call.Pause);
            var made = MakeAsync(call);
            all.Add(made);
            if (!call.Overlaps)
            {
                await made;
            }
        }

        await Task.WhenAll(all);
        world.Faults.End();
        world.Tell("the faults are over");
        await SettleAsync();
    }

    private async Task CrashAtAnyTimeAsync()
    {
        while (true)
        {
            await world.DelayAsync(world.Dice.Between(0, world.Dice.OneOf(2, 60, 600)));
            if (world.Processes.LastOrDefault(process => !process.IsDead) is { } process && world.Faults.MayCrash())
            {
                if (world.Dice.Chance(0.3))
                {
                    world.Tell($"process {process.Number} is asked to stop");
                    try
                    {
                        await process.StopAsync();
                    }
                    catch (ProcessDiedException)
                    {
                    }
                }
                else
                {
                    process.Kill();
                }
            }
        }
    }

    private async Task MakeAsync(UserCall call)
    {
        string? job = null;
        var project = _projects[call.Project];
        for (var tries = 0; tries < MostTries && job is null; tries++)
        {
            job = await BeginAsync(call, project) ?? Written(call);
        }

        if (job is null)
        {
            return;
        }

        if (call.IsRepeated && !world.Checker.IsTold(job))
        {
            world.Tell($"call {call.Number} is repeated");
            var again = await BeginAsync(call, project);
            if (again is not null && again != job && !world.Checker.IsTold(job))
            {
                world.Violate("repeats_join", $"{again} repeats {job}, which had not been told");
            }
        }

        // Jobs that last go on by themselves: the agent looks some more times and leaves the rest for later.
        for (var looks = 0; looks < 4 && !world.Checker.IsTold(job); looks++)
        {
            await LookAsync(call.Window, job, call.Wait);
            await world.DelayAsync(world.Dice.Between(0, world.Dice.OneOf(1, 60, 600)));
        }
    }

    /// <returns>The job's id; null when the call brought none.</returns>
    private async Task<string?> BeginAsync(UserCall call, string? project)
    {
        try
        {
            var job = await world.Window(call.Window).CallAsync(client => client.BeginAsync(call, project));
            _projects[call.Project] = job.ProjectId;
            world.Tell($"call {call.Number} is {job.Id}: {Words(call)}");
            world.MarkLedger();
            world.Checker.OnAccepted(call, job);
            return job.Id;
        }
        catch (ProcessDiedException)
        {
            return null;
        }
        catch (Exception refusal) when (IsRefusal(refusal))
        {
            world.Tell($"call {call.Number} is refused: {refusal.Message}");
            await world.DelayAsync(world.Dice.Between(1, 100));
            return null;
        }
    }

    /// <summary>After a crash the agent finds its call in the list of jobs, if it was written down.</summary>
    private string? Written(UserCall call)
    {
        var job = world.Disk.View.Jobs().FirstOrDefault(job => IsOf(job, call) && !world.Checker.IsAccepted(job.Id));
        if (job is not null)
        {
            _projects[call.Project] = job.ProjectId;
            world.Checker.OnAccepted(call, job);
        }

        return job?.Id;
    }

    private async Task LookAsync(int window, string jobId, TimeSpan wait)
    {
        try
        {
            var job = await world.Window(window).CallAsync(client => client.WaitAsync(jobId, wait));
            world.MarkLedger();
            if (job.State != JobState.Running)
            {
                world.Tell($"{job.Id} is told as {job.State}{(job.ErrorCode is null ? "" : $" ({job.ErrorCode}: {job.Error})")}{(job.Export is null ? "" : $", {Path.GetFileName(job.Export.Path)}")}");
                world.Checker.OnTold(job);
            }
        }
        catch (ProcessDiedException)
        {
        }
        catch (Exception refusal) when (IsRefusal(refusal))
        {
            world.Tell($"a look at {jobId} is refused: {refusal.Message}");
        }
    }

    private async Task SettleAsync()
    {
        for (var looks = 0; looks < MostLooks; looks++)
        {
            IReadOnlyList<Job> open;
            try
            {
                open = await world.Window(0).CallAsync(client => client.OpenJobsAsync());
            }
            catch (ProcessDiedException)
            {
                continue;
            }

            var running = open.Where(job => job.State == JobState.Running).Select(job => job.Id).ToList();
            foreach (var id in running.Union(world.Checker.Untold))
            {
                await LookAsync(0, id, TimeSpan.FromSeconds(0.4));
            }

            if (running.Count == 0 && world.Checker.Untold.Count == 0)
            {
                return;
            }

            await world.DelayAsync(s_lookPause);
        }
    }

    private static bool IsRefusal(Exception exception) =>
        exception is BackendException or ToolRefusedException or FileRefusedException;

    private static bool IsOf(Job job, UserCall call) =>
        job.Plan with { Export = null } == call.Plan with { Export = null } && job.Plan.Export?.Name == call.Plan.Export?.Name
        && job.Plan.Export is null == call.Plan.Export is null;

    private static string Words(UserCall call) =>
        $"{(call.Plan.Uploads > 0 ? "upload " : "")}{(call.Plan.Message is null ? "" : "edit ")}{(call.Plan.Export is null ? "" : "export")}";
}
