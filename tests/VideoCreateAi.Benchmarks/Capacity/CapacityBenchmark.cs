using System.Globalization;
using VideoCreateAi.Benchmarks.Render;

namespace VideoCreateAi.Benchmarks.Capacity;

/// <summary>How large a farm has to be, by simulation with times that are measured just before, or given.</summary>
internal static class CapacityBenchmark
{
    private const int ApiNodes = 2;
    private const int SlotsOfWorker = 4;

    /// <summary>Of a video of 1080×1920 in "good", as they are stored.</summary>
    private const double MegabytesPerSecond = 0.5;

    public static async Task RunAsync(IReadOnlyList<string> given)
    {
        var times = given.Count > 0 ? Read(given[0]) : await MeasureAsync();
        var rules = new FarmRules();
        Console.WriteLine($"""
            times (fixed + per second of video): whole {Told(times.Whole)}, cut {Told(times.Cut)}, part {Told(times.Part)}, sound {Told(times.Sound)}, join {Told(times.Join)}, review {Told(times.Review)}
            mix: {string.Join(", ", Workload.Mix.Select(kind => $"{kind.Percent} % of {kind.Seconds} s"))}; {Workload.MeanOfMix.ToString("0.0", CultureInfo.InvariantCulture)} s and {CapacityPlan.TicketsOfMix(rules).ToString("0.0", CultureInfo.InvariantCulture)} tickets on average
            one farm at most: {CapacityPlan.EngineLimit(rules):0} exports an hour by the engine's lock, {CapacityPlan.ReviewLimit(times):0} by the looks at what is handed in

            | exports an hour | farms | places for work | busy | wait p50 / p95 (simulated) | done p50 / p95 (simulated) | tickets a second, each farm | statements a second, each farm | connections, each farm | to and from blobs |
            |---|---|---|---|---|---|---|---|---|---|
            """);
        foreach (var (perHour, exports) in new[] { (10.0, 4_000), (1_000.0, 20_000), (100_000.0, 20_000) })
        {
            Tell(CapacityPlan.For(perHour, exports, times, rules), times, rules);
        }

        var narrow = CapacityPlan.For(1_000, 20_000, times, rules with { Window = 1 });
        var cut = CapacityPlan.For(1_000, 20_000, times, rules with { CutFrom = double.PositiveInfinity });
        Console.WriteLine($"1,000 an hour with one part of a user for each place instead of two: {narrow.Slots} places (simulated); without parts: {cut.Slots}");
    }

    private static void Tell(CapacityPlan plan, ServiceTimes times, FarmRules rules)
    {
        var outcome = plan.Outcome;
        var exports = plan.PerHour / plan.Farms / 3600;
        var tickets = exports * CapacityPlan.TicketsOfMix(rules);
        var running = CapacityPlan.Erlangs(plan.PerHour / plan.Farms, times, rules);
        var workers = (plan.Slots + SlotsOfWorker - 1) / SlotsOfWorker;
        var statements = DatabaseLoad.StatementsPerSecond(tickets, exports, running, ApiNodes, workers);

        // Parts are stored, fetched and joined; the video is stored, fetched to be looked at and fetched by its user.
        var megabytes = plan.PerHour / 3600 * Workload.MeanOfMix * MegabytesPerSecond * 5;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {plan.PerHour:N0} | {plan.Farms} | {plan.Farms} × {plan.Slots} | {outcome.Busy:0 %} | {outcome.WaitAt(0.5):0.0} / {outcome.WaitAt(0.95):0.0} s | {outcome.SpanAt(0.5):0} / {outcome.SpanAt(0.95):0} s | {tickets:0.00} | {statements:0} | {(ApiNodes + workers) * DatabaseLoad.Connections} | {megabytes:0.0} MB/s |"));
    }

    private static async Task<ServiceTimes> MeasureAsync()
    {
        var folder = Directory.CreateTempSubdirectory("vca-capacity-").FullName;
        try
        {
            await using var studio = new RenderStudio(folder);
            List<string> pictures = [];
            foreach (var picture in Directory.GetFiles(Path.Combine(Repository.Folder(), "samples", "pictures")).Order(StringComparer.Ordinal))
            {
                pictures.Add(await studio.AddAsync(picture));
            }

            return await new ServiceMeasurement(studio, pictures, folder).RunAsync();
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static ServiceTimes Read(string given)
    {
        ServiceTimes.Cost[] costs = [.. given.Split(',').Select(CostOf)];
        return costs.Length == 6
            ? new ServiceTimes { Whole = costs[0], Cut = costs[1], Part = costs[2], Sound = costs[3], Join = costs[4], Review = costs[5] }
            : throw new ArgumentException("Six times, such as 1.2+0.8 each.", nameof(given));
    }

    private static ServiceTimes.Cost CostOf(string text)
    {
        var parts = text.Split('+').Select(part => double.Parse(part, CultureInfo.InvariantCulture)).ToArray();
        return new ServiceTimes.Cost(parts[0], parts[1]);
    }

    private static string Told(ServiceTimes.Cost cost) => string.Create(CultureInfo.InvariantCulture, $"{cost.Fixed:0.000}+{cost.PerSecond:0.0000}");
}
