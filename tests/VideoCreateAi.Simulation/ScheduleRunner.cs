using VideoCreateAi.Simulation.Checking;
using VideoCreateAi.Simulation.Clients;

namespace VideoCreateAi.Simulation;

/// <summary>Runs schedules one after the other. Must run on the one thread of the pool.</summary>
internal sealed class ScheduleRunner(SimulatedDisk disk, Rules rules)
{
    public async Task<ScheduleResult> RunAsync(ulong seed, List<string>? story)
    {
        await disk.EmptyAsync();
        var world = new World(seed, disk, rules, story);
        world.Tell($"seed {seed}: {world.Schedule.Backend}, {world.Schedule.Calls.Count} calls, faults {world.Schedule.FaultShare:0.##} (at most {world.Schedule.MostFaults}), crashes {world.Schedule.CrashShare:0.##}");
        var user = new User(world).RunAsync();
        if (!await new Pump(world.Clock, user).RunAsync())
        {
            world.Violate("comes_to_an_end", "nothing is left to wait for, or it goes on without end");
        }
        else if (user.IsFaulted)
        {
            world.Violate("no_bug", user.Exception.GetBaseException().ToString());
        }
        else
        {
            world.Checker.CheckEnd();
        }

        foreach (var process in world.Processes)
        {
            process.End();
        }

        return new ScheduleResult(seed, world.Violations, world.Fingerprint)
        {
            Requests = world.Requests.All.Count,
            Faults = world.Faults.Count,
            Jobs = world.Checker.Accepted,
            Files = disk.CountFiles(),
        };
    }
}
