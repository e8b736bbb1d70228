using System.Diagnostics;
using System.Globalization;
using VideoCreateAi.Simulation.Clients;

namespace VideoCreateAi.Simulation;

/// <summary>One process's share of the schedules.</summary>
internal sealed class Run(Arguments arguments, TextWriter output)
{
    private readonly Dictionary<string, (int Count, ulong First)> _rules = [];

    /// <returns>0 without a violation.</returns>
    public async Task<int> RunAsync()
    {
        using var disk = new SimulatedDisk();
        var simulation = new ScheduleRunner(disk, arguments.Rules);
        var watch = Stopwatch.StartNew();
        var (done, failed, requests, faults, jobs, files) = (0, 0, 0L, 0L, 0L, 0L);
        for (; done < arguments.Schedules && (failed == 0 || arguments.KeepGoing); done++)
        {
            var result = await RunOneAsync(simulation, arguments.Seed + (ulong)done);
            requests += result.Requests;
            faults += result.Faults;
            jobs += result.Jobs;
            files += result.Files;
            if (result.Violations.Count > 0)
            {
                failed++;
                Count(result);
            }
        }

        foreach (var (rule, found) in _rules.OrderByDescending(rule => rule.Value.Count))
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"rule {rule}: {found.Count} schedules, first seed {found.First}"));
        }

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{done} schedules (seeds {arguments.Seed} to {arguments.Seed + (ulong)done - 1}), {failed} with a violation; {requests} requests, {faults} faults, {jobs} jobs, {files} files; {watch.Elapsed.TotalSeconds:0.0} s, {done / watch.Elapsed.TotalSeconds:0} a second"));
        return failed == 0 ? 0 : 1;
    }

    private async Task<ScheduleResult> RunOneAsync(ScheduleRunner simulation, ulong seed)
    {
        List<string>? story = arguments.Trace ? [] : null;
        var result = await simulation.RunAsync(seed, story);
        story?.ForEach(output.WriteLine);
        if (arguments.Twice && (await simulation.RunAsync(seed, null)).Fingerprint != result.Fingerprint)
        {
            result = result with { Violations = [.. result.Violations, "same_seed_same_story: a second run went another way"] };
        }

        return result;
    }

    private void Count(ScheduleResult result)
    {
        foreach (var violation in result.Violations)
        {
            var rule = violation[..violation.IndexOf(':', StringComparison.Ordinal)];
            var known = _rules.GetValueOrDefault(rule, (0, result.Seed));
            if (known.Item1 < 3)
            {
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"seed {result.Seed}: {violation}"));
            }

            _rules[rule] = (known.Item1 + 1, known.Item2);
        }
    }
}
